package io.headgate.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.karaf.jaas.modules.Encryption;
import org.jspecify.annotations.Nullable;

/**
 * Salted, slow password hashes: PBKDF2 with HMAC-SHA-512 (RFC 8018), {@value #ITERATIONS}
 * iterations.
 *
 * <p>The iteration count is OWASP's figure for this function (Password Storage Cheat Sheet, 2023).
 * A hash is written {@code pbkdf2-sha512.iterations.salt.hash}, the last two in URL-safe base64: no
 * character of it means anything in {@code users.properties}.
 *
 * <p>A client of the REST interface sends its password with each request. So that such a request
 * does not cost a tenth of a second each, passwords that were just found right are remembered as
 * keyed digests, under a key that never leaves this process.
 */
public final class Pbkdf2Encryption implements Encryption {

  static final int ITERATIONS = 210_000;

  private static final String SCHEME = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int REMEMBERED = 64;
  private static final int MAX_PASSWORD_CHARS = 1024;

  /**
   * Passwords hashed at the same time at most, over all doors, so that guessing at many users does
   * not take the processors away from the orders. Whoever waits too long for a turn is refused.
   */
  private static final Semaphore TURNS = new Semaphore(2, true);

  private static final long TURN_SECONDS = 5;

  /** A hash that no password has, and that takes as long as any to find that out. */
  private static final String NOBODYS =
      "%s.%d.%s.%s".formatted(SCHEME, ITERATIONS, "A".repeat(22), "A".repeat(43));

  private final SecureRandom random = new SecureRandom();
  private final byte[] processKey = new byte[32];
  private final Map<String, Boolean> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** With a key of its own for what it remembers. */
  public Pbkdf2Encryption() {
    random.nextBytes(processKey);
  }

  @Override
  public String encryptPassword(String plain) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = derive(plain, salt, ITERATIONS);
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    return String.join(
        ".",
        SCHEME,
        Integer.toString(ITERATIONS),
        text.encodeToString(salt),
        text.encodeToString(hash));
  }

  /** False for an empty or absent password, and for a stored text that is not a hash of ours. */
  @Override
  public boolean checkPassword(@Nullable String plain, @Nullable String stored) {
    if (plain == null || plain.isEmpty() || plain.length() > MAX_PASSWORD_CHARS || stored == null) {
      return false;
    }
    String digest = keyedDigest(plain, stored);
    synchronized (remembered) {
      if (remembered.containsKey(digest)) {
        return true;
      }
    }
    if (!matches(plain, stored)) {
      return false;
    }
    synchronized (remembered) {
      remembered.put(digest, true);
    }
    return true;
  }

  private static boolean matches(String plain, String stored) {
    String[] parts = stored.split("\\.", -1);
    if (parts.length != 4 || !SCHEME.equals(parts[0])) {
      return false;
    }
    try {
      int iterations = Integer.parseInt(parts[1]);
      byte[] salt = Base64.getUrlDecoder().decode(parts[2]);
      byte[] hash = Base64.getUrlDecoder().decode(parts[3]);
      if (iterations < 1 || salt.length == 0 || hash.length != HASH_BYTES) {
        return false;
      }
      return isHash(plain, hash, salt, iterations);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isHash(String plain, byte[] hash, byte[] salt, int iterations) {
    try {
      if (!TURNS.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return MessageDigest.isEqual(hash, derive(plain, salt, iterations));
    } finally {
      TURNS.release();
    }
  }

  /** Takes as long as a look at a wrong password. */
  public void pretend(String plain) {
    if (!plain.isEmpty() && plain.length() <= MAX_PASSWORD_CHARS && matches(plain, NOBODYS)) {
      throw new IllegalStateException("a password with the hash 0");
    }
  }

  private static byte[] derive(String plain, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(plain.toCharArray(), salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA512", e);
    } finally {
      spec.clearPassword();
    }
  }

  private String keyedDigest(String plain, String stored) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(processKey, "HmacSHA256"));
      mac.update(stored.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HmacSHA256", e);
    }
  }
}
