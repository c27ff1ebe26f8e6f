package io.headgate.ops.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.ops.internal.command.candidate.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

  private static final String MESSAGE = "headgate rule set 1234\n";

  @TempDir Path folder;

  private static boolean verifies(String publicKey, String signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
    check.update(MESSAGE.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(signature));
  }

  @Test
  void anEncryptedKeySignsWithItsPassphraseAndWithNoOther() throws Exception {
    Path file = folder.resolve("key.pem");
    String publicKey = SigningKey.create(file, "correct horse".toCharArray());

    assertThat(SigningKey.isEncrypted(file)).isTrue();
    assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    assertThat(
            verifies(publicKey, SigningKey.read(file, "correct horse".toCharArray()).sign(MESSAGE)))
        .isTrue();
    assertThatThrownBy(() -> SigningKey.read(file, "correct house".toCharArray()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the passphrase is wrong");
    assertThatThrownBy(() -> SigningKey.read(file, new char[0])).isInstanceOf(IOException.class);
  }

  @Test
  void twoKeysOfOnePassphraseHaveNothingInCommon() throws Exception {
    String one = SigningKey.create(folder.resolve("1"), "same".toCharArray());
    String other = SigningKey.create(folder.resolve("2"), "same".toCharArray());
    assertThat(one).isNotEqualTo(other);
    assertThat(
            verifies(one, SigningKey.read(folder.resolve("2"), "same".toCharArray()).sign(MESSAGE)))
        .isFalse();
  }

  @Test
  void aKeyWithoutAPassphraseIsForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("key.pem");
    String publicKey = SigningKey.create(file, new char[0]);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SigningKey.isEncrypted(file)).isFalse();
    assertThat(verifies(publicKey, SigningKey.read(file, new char[0]).sign(MESSAGE))).isTrue();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SigningKey.read(file, new char[0]))
        .hasMessageContaining("run chmod 600");
  }

  @Test
  void aFileThatIsThereIsNeverWrittenOver() throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), "somebody's own");
    assertThatThrownBy(() -> SigningKey.create(file, new char[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is there already");
    assertThat(Files.readString(file)).isEqualTo("somebody's own");
    assertThatThrownBy(() -> SigningKey.read(setOwnerOnly(file), new char[0]))
        .hasMessageContaining("holds no Ed25519 private key");
  }

  private static Path setOwnerOnly(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
