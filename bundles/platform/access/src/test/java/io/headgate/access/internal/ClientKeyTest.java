package io.headgate.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

class ClientKeyTest {

  // Repeated, because a coordinate that is short or that starts with a high bit is a matter of
  // luck.
  @RepeatedTest(20)
  void thePublicHalfIsWrittenAsSshReadsIt() {
    ClientKey key = ClientKey.random();
    ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(key.authorizedKey()));

    assertThat(text(blob)).isEqualTo("ecdsa-sha2-nistp256");
    assertThat(text(blob)).isEqualTo("nistp256");
    byte[] q = bytes(blob);
    assertThat(blob.hasRemaining()).isFalse();
    assertThat(q).hasSize(65).startsWith(4);
    ECPoint point = ((ECPublicKey) key.pair().getPublic()).getW();
    assertThat(new BigInteger(1, q, 1, 32)).isEqualTo(point.getAffineX());
    assertThat(new BigInteger(1, q, 33, 32)).isEqualTo(point.getAffineY());
  }

  @RepeatedTest(20)
  void thePrivateHalfIsWrittenAsOpenSshKeepsIt() {
    ClientKey key = ClientKey.random();
    List<String> lines = String.join("", key.pem()).lines().toList();
    assertThat(lines.get(0)).isEqualTo("-----BEGIN OPENSSH PRIVATE KEY-----");
    ByteBuffer file =
        ByteBuffer.wrap(
            Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1))));

    byte[] magic = new byte[15];
    file.get(magic);
    assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("openssh-key-v1\0");
    assertThat(text(file)).isEqualTo("none");
    assertThat(text(file)).isEqualTo("none");
    assertThat(bytes(file)).isEmpty();
    assertThat(file.getInt()).isEqualTo(1);
    assertThat(Base64.getEncoder().encodeToString(bytes(file))).isEqualTo(key.authorizedKey());
    byte[] section = bytes(file);
    assertThat(section.length % 8).isZero();
    ByteBuffer secret = ByteBuffer.wrap(section);
    assertThat(secret.getInt()).isEqualTo(secret.getInt());
    assertThat(text(secret)).isEqualTo("ecdsa-sha2-nistp256");
    assertThat(text(secret)).isEqualTo("nistp256");
    assertThat(bytes(secret)).hasSize(65);
    assertThat(new BigInteger(bytes(secret)))
        .isEqualTo(((ECPrivateKey) key.pair().getPrivate()).getS());
  }

  private static byte[] bytes(ByteBuffer blob) {
    byte[] value = new byte[blob.getInt()];
    blob.get(value);
    return value;
  }

  private static String text(ByteBuffer blob) {
    return new String(bytes(blob), StandardCharsets.US_ASCII);
  }
}
