package io.headgate.rest.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Successful logins of the last seconds, each for the connection that it came by, so that not every
 * request hashes a password. Who logged in before somebody else began to guess goes on; who guesses
 * cannot find out here what the throttle keeps from him. Keeps a keyed hash of the credentials,
 * under a key of this process; never the password.
 */
public final class LoginCache {

  /** Logins kept at most; the oldest goes first. */
  static final int CAPACITY = 256;

  private static final String HMAC = "HmacSHA256";

  private final byte[] key = new byte[32];
  private final LongSupplier monotonicNanos;
  private final LongSupplier lifeSeconds;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Login login, long since) {}

  /**
   * @param monotonicNanos time for measuring durations
   * @param lifeSeconds how long a login is kept, now; 0 keeps none
   */
  public LoginCache(LongSupplier monotonicNanos, LongSupplier lifeSeconds) {
    this.monotonicNanos = monotonicNanos;
    this.lifeSeconds = lifeSeconds;
    new SecureRandom().nextBytes(key);
  }

  /** The login that these credentials gave on this connection within its life, or null. */
  public synchronized @Nullable Login find(String user, String password, String connection) {
    String hash = hash(user, password, connection);
    Entry entry = entries.get(hash);
    if (entry == null) {
      return null;
    }
    if (monotonicNanos.getAsLong() - entry.since()
        >= TimeUnit.SECONDS.toNanos(lifeSeconds.getAsLong())) {
      entries.remove(hash);
      return null;
    }
    return entry.login();
  }

  /** Keeps a login. */
  public synchronized void keep(String user, String password, String connection, Login login) {
    if (entries.size() >= CAPACITY) {
      entries.remove(entries.keySet().iterator().next());
    }
    entries.put(hash(user, password, connection), new Entry(login, monotonicNanos.getAsLong()));
  }

  private String hash(String user, String password, String connection) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update((connection + ' ' + user.length() + ':' + user).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(HMAC + " is missing in this Java", e);
    }
  }
}
