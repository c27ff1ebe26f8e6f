package io.headgate.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginThrottleTest {

  private static final String HERE = "127.0.0.1";
  private static final String AWAY = "192.0.2.7";

  private final AtomicLong nanos = new AtomicLong(-5);
  private final LoginThrottle throttle =
      new LoginThrottle(nanos::get, () -> new Pace(5, 1000, 15_000));

  private void fail(String user, String source, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(user, source);
    }
  }

  private void pass(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void theFirstFailuresCostNothingAndTheNextDoubleTheWait() {
    fail("admin", HERE, 4);
    assertThat(throttle.waitMillis("admin", HERE)).isZero();

    for (long expected : new long[] {1000, 2000, 4000, 8000, 15_000, 15_000}) {
      fail("admin", HERE, 1);
      assertThat(throttle.waitMillis("admin", HERE)).isEqualTo(expected);
      pass(expected - 1);
      assertThat(throttle.waitMillis("admin", HERE)).isEqualTo(1);
      pass(1);
      assertThat(throttle.waitMillis("admin", HERE)).isZero();
    }
  }

  @Test
  void aRightPasswordStartsTheUserAfreshAndNobodyElse() {
    fail("admin", HERE, 9);
    fail("bob", HERE, 9);

    throttle.succeeded("admin", HERE);

    assertThat(throttle.waitMillis("admin", HERE)).isZero();
    assertThat(throttle.waitMillis("bob", HERE)).isPositive();
  }

  @Test
  void anAddressWaitsForAllItsUsersAndALoginOfItsOwnDoesNotHelp() {
    for (int i = 0; i < 20; i++) {
      fail("user" + i, AWAY, 1);
    }

    assertThat(throttle.waitMillis("another", AWAY)).isEqualTo(1000);
    throttle.succeeded("mallory", AWAY);
    assertThat(throttle.waitMillis("another", AWAY)).isEqualTo(1000);
    assertThat(throttle.waitMillis("another", "192.0.2.8")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "0:0:0:0:0:0:0:1", "unknown"})
  void loopbackIsEverybodysAddressSoOneUserDoesNotCloseItForAnother(String loopback) {
    for (int i = 0; i < 500; i++) {
      fail("user" + i, loopback, 1);
    }
    assertThat(throttle.waitMillis("admin", loopback)).isZero();
  }

  @Test
  void guessingFromManyAddressesIsSlowedDownToo() {
    for (int i = 0; i < 51; i++) {
      fail("admin", "198.51.100." + i, 1);
    }
    assertThat(throttle.waitMillis("admin", "203.0.113.1")).isPositive();
    pass(15_000);
    assertThat(throttle.waitMillis("admin", "203.0.113.1")).isZero();
  }

  @Test
  void failuresAreForgotten() {
    fail("admin", HERE, 30);
    pass(TimeUnit.MINUTES.toMillis(LoginThrottle.FORGET_MINUTES) + 1);

    fail("admin", HERE, 1);

    assertThat(throttle.waitMillis("admin", HERE)).isZero();
  }

  @Test
  void memoryIsBoundedHoweverManyNamesAreTried() {
    for (int i = 0; i < 3 * LoginThrottle.CAPACITY; i++) {
      fail("user" + i, "10.0." + (i >> 8) % 256 + "." + i % 256, 1);
    }
    assertThat(throttle.size()).isLessThanOrEqualTo(LoginThrottle.CAPACITY);
  }

  @Test
  void theClockMayPassItsLargestNumber() {
    nanos.set(Long.MAX_VALUE - 10);
    fail("admin", HERE, 5);
    assertThat(throttle.waitMillis("admin", HERE)).isEqualTo(1000);
    pass(1000);
    assertThat(throttle.waitMillis("admin", HERE)).isZero();
  }
}
