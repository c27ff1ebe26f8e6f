package io.headgate.rest.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

  private static final String HERE = "127.0.0.1";
  private static final int PORT = 40_000;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicLong cacheSeconds = new AtomicLong(30);
  private final AtomicInteger hashed = new AtomicInteger();
  private volatile String password = "right";

  private final Doorkeeper doorkeeper =
      new Doorkeeper(this::check, new LoginCache(nanos::get, cacheSeconds::get));

  private @Nullable Login check(String user, String given, String address) {
    hashed.incrementAndGet();
    return given.equals(password) ? new Login(user, Set.of(Role.VIEWER)) : null;
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private Login admit(String user, String given, String address) {
    return doorkeeper.admit(basic(user + ':' + given), address, PORT);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private Problem refused(@Nullable String authorization, String address) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> doorkeeper.admit(authorization, address, PORT))
        .isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e.problem());
    return problem[0];
  }

  @Test
  void aPasswordMayHoldColonsAndUmlauts() {
    password = "a:b:ß€";
    assertThat(admit("jö", "a:b:ß€", HERE).user()).isEqualTo("jö");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic OnB3",
        "Basic bm9jb2xvbg==",
        "Bearer x"
      })
  void whatIsNoBasicHeaderIsChallenged(String header) {
    Problem problem = refused(header, HERE);
    assertThat(problem.status()).isEqualTo(401);
    assertThat(problem.headers().get("WWW-Authenticate")).startsWith("Basic realm=");
    assertThat(hashed).hasValue(0);
  }

  @Test
  void noHeaderAndBytesThatAreNoTextAreChallenged() {
    assertThat(refused(null, HERE).status()).isEqualTo(401);
    String latin1 =
        "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xe4, ':', 'x'});
    assertThat(refused(latin1, HERE).status()).isEqualTo(401);
    assertThat(refused(basic("u:" + "x".repeat(2000)), HERE).status()).isEqualTo(401);
    assertThat(hashed).hasValue(0);
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    assertThat(doorkeeper.admit(basic("ann:right").replace("Basic", "bAsIc"), HERE, PORT).user())
        .isEqualTo("ann");
  }

  @Test
  void aLoginIsRememberedForItsLifeAndNoLonger() {
    admit("ann", "right", HERE);
    pass(29);
    admit("ann", "right", HERE);
    assertThat(hashed).hasValue(1);
    pass(1);
    admit("ann", "right", HERE);
    assertThat(hashed).hasValue(2);
  }

  @Test
  void aChangedPasswordTakesEffectAfterTheLifeOfALogin() {
    admit("ann", "right", HERE);
    password = "new";
    assertThat(admit("ann", "right", HERE).user()).isEqualTo("ann");
    pass(30);
    assertThat(refused(basic("ann:right"), HERE).status()).isEqualTo(401);
  }

  @Test
  void withLifeZeroNothingIsRemembered() {
    cacheSeconds.set(0);
    admit("ann", "right", HERE);
    admit("ann", "right", HERE);
    assertThat(hashed).hasValue(2);
  }

  @Test
  void theBorderBetweenUserAndPasswordCounts() {
    password = "x";
    admit("ab", "x", HERE);
    assertThat(refused(basic("a:bx"), HERE).status()).isEqualTo(401);
    assertThat(refused(basic("abx:"), HERE).status()).isEqualTo(401);
  }

  @Test
  void manyLoginsPushTheOldestOut() {
    for (int i = 0; i <= LoginCache.CAPACITY; i++) {
      admit("user" + i, "right", HERE);
    }
    hashed.set(0);
    admit("user" + LoginCache.CAPACITY, "right", HERE);
    assertThat(hashed).hasValue(0);
    admit("user0", "right", HERE);
    assertThat(hashed).hasValue(1);
  }

  @Test
  void anotherConnectionIsNotKnownByWhatThisOneProved() {
    admit("ann", "right", HERE);

    doorkeeper.admit(basic("ann:right"), HERE, PORT + 1);
    doorkeeper.admit(basic("ann:right"), "127.0.0.2", PORT);

    assertThat(hashed).hasValue(3);
  }

  @Test
  void aCrowdWithTheSameCredentialsHashesAFewTimesAtMost() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Login>> crowd = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        crowd.add(() -> admit("ann", "right", HERE));
      }
      for (var login : threads.invokeAll(crowd)) {
        assertThat(login.get().user()).isEqualTo("ann");
      }
    } finally {
      threads.shutdownNow();
    }
    // Two may hash at the same time before either has finished.
    assertThat(hashed.get()).isLessThanOrEqualTo(2);
  }
}
