package io.headgate.rules.drools.internal.approval;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of those who may approve: a properties file, {@code login = key in Base64}. It is
 * read anew each time, so that a key that was taken out counts no more, at once.
 */
public final class Signers {

  private final Path file;

  /**
   * @param file where the keys stand; nobody may approve while it is missing
   */
  public Signers(Path file) {
    this.file = file;
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /**
   * The key of a login, in Base64; null if it has none.
   *
   * @throws IllegalStateException if the file cannot be read
   */
  @Nullable String key(String login) {
    Properties keys = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        keys.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalStateException(
            "%s cannot be read (%s); expected lines login = public key".formatted(file, e), e);
      }
    }
    String key = keys.getProperty(login);
    return key == null || key.isBlank() ? null : key.strip();
  }

  /**
   * Whether a login has signed a message.
   *
   * @param signature in Base64
   * @throws IllegalStateException if its key, or the file, cannot be read
   */
  boolean verifies(String login, String message, String signature) {
    String key = key(login);
    if (key == null) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(publicKey(login, key));
      check.update(message.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private PublicKey publicKey(String login, String key) throws GeneralSecurityException {
    try {
      byte[] encoded = Base64.getDecoder().decode(key);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          ("%s: the key of %s is no Ed25519 public key (X.509 in Base64); take the line that"
                  + " rule:sign --new-key has printed")
              .formatted(file, login),
          e);
    }
  }
}
