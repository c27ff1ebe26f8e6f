package io.headgate.access.internal.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Slows down who guesses passwords: failures in a row are counted for a user at an address, for the
 * address, and for the user wherever it comes from, the latter two with more patience.
 *
 * <p>What is tried during a wait is neither looked at nor counted, so a wait always ends, however
 * hard somebody hammers. Loopback is not counted as an address: everybody behind a tunnel or a
 * translating router comes from there, and one of them must not close the door on the others.
 */
public final class LoginThrottle {

  /** Keys kept at most; the one that failed longest ago is forgotten first. */
  static final int CAPACITY = 4096;

  /** Failures are forgotten after this. */
  static final long FORGET_MINUTES = 15;

  private static final int PATIENCE_WITH_A_SOURCE = 4;
  private static final int PATIENCE_WITH_A_USER = 10;

  private final LongSupplier monotonicNanos;
  private final Supplier<Pace> pace;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  private record Failures(int count, long last) {}

  private record Key(String text, int leniency) {}

  /**
   * @param monotonicNanos time for measuring durations
   * @param pace how fast it closes, now
   */
  public LoginThrottle(LongSupplier monotonicNanos, Supplier<Pace> pace) {
    this.monotonicNanos = monotonicNanos;
    this.pace = pace;
  }

  /** Milliseconds that a user at an address must still wait; 0 if it may try. */
  public synchronized long waitMillis(String user, String source) {
    long now = monotonicNanos.getAsLong();
    Pace current = pace.get();
    long longest = 0;
    for (Key key : keys(user, source)) {
      Failures before = failures.get(key.text());
      if (before != null && !forgotten(before, now)) {
        long delay =
            TimeUnit.MILLISECONDS.toNanos(current.delayMillis(before.count(), key.leniency()));
        longest = Math.max(longest, before.last() + delay - now);
      }
    }
    return longest <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(longest - 1) + 1;
  }

  /** A password was wrong. */
  public synchronized void failed(String user, String source) {
    long now = monotonicNanos.getAsLong();
    for (Key key : keys(user, source)) {
      Failures before = failures.remove(key.text());
      if (failures.size() >= CAPACITY) {
        failures.remove(failures.keySet().iterator().next());
      }
      int count = before == null || forgotten(before, now) ? 1 : Math.min(1000, before.count() + 1);
      failures.put(key.text(), new Failures(count, now));
    }
  }

  /**
   * A password was right: the user starts afresh. The address does not, or somebody with a login of
   * his own could guess at others' for ever.
   */
  public synchronized void succeeded(String user, String source) {
    for (Key key : keys(user, source)) {
      if (key.leniency() != PATIENCE_WITH_A_SOURCE) {
        failures.remove(key.text());
      }
    }
  }

  synchronized int size() {
    return failures.size();
  }

  private static boolean forgotten(Failures before, long now) {
    return now - before.last() > TimeUnit.MINUTES.toNanos(FORGET_MINUTES);
  }

  private static List<Key> keys(String user, String source) {
    Key pair = new Key("p " + source + ' ' + user, 1);
    Key anywhere = new Key("u " + user, PATIENCE_WITH_A_USER);
    return isLoopback(source)
        ? List.of(pair, anywhere)
        : List.of(pair, anywhere, new Key("s " + source, PATIENCE_WITH_A_SOURCE));
  }

  /** Only literal addresses are looked at: a name would be asked of the network. */
  private static boolean isLoopback(String source) {
    if (!source.matches("[0-9a-fA-F.:]+")) {
      return true;
    }
    try {
      return InetAddress.getByName(source).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
