package io.headgate.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The modules in the order and with the flags of the realm, in a real login context. */
@NullUnmarked // a login module is filled by whoever made it
class RealmTest {

  private final AtomicLong nanos = new AtomicLong();
  private final List<AuditEvent> noted = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger pretended = new AtomicInteger();
  private final AtomicInteger lookedAt = new AtomicInteger();
  private final AuditTrail trail =
      new AuditTrail() {
        @Override
        public void record(AuditEvent event) {
          noted.add(event);
        }

        @Override
        public List<AuditRecord> latest(int limit) {
          return List.of();
        }
      };
  private final LoginDesk desk =
      new LoginDesk(
          new LoginThrottle(nanos::get, () -> new Pace(3, 1000, 4000)),
          trail,
          nanos::get,
          user -> user.equals("anna"),
          password -> pretended.incrementAndGet());

  /** The container's modules: anna's password is "right", her key opens too. */
  public static final class Passwords implements LoginModule {
    private Subject subject;
    private CallbackHandler door;
    private AtomicInteger lookedAt;

    @Override
    public void initialize(
        Subject who, CallbackHandler handler, Map<String, ?> shared, Map<String, ?> options) {
      subject = who;
      door = handler;
      lookedAt = (AtomicInteger) options.get("lookedAt");
    }

    @Override
    public boolean login() throws LoginException {
      NameCallback name = new NameCallback("n");
      PasswordCallback password = new PasswordCallback("p", false);
      lookedAt.incrementAndGet();
      try {
        door.handle(new Callback[] {name, password});
      } catch (java.io.IOException | UnsupportedCallbackException e) {
        return name.getName().equals("anna");
      }
      if (!name.getName().equals("anna") || !new String(password.getPassword()).equals("right")) {
        throw new FailedLoginException("login failed");
      }
      return true;
    }

    @Override
    public boolean commit() {
      subject.getPrincipals().add(new UserPrincipal("anna"));
      subject.getPrincipals().add(new RolePrincipal("admin"));
      subject.getPrincipals().add(new RolePrincipal("ssh"));
      return true;
    }

    @Override
    public boolean abort() {
      return true;
    }

    @Override
    public boolean logout() {
      return true;
    }
  }

  private Subject login(String user, String password) throws LoginException {
    Map<String, Object> options = new HashMap<>();
    options.put(DeskModule.DESK, desk);
    options.put("lookedAt", lookedAt);
    Configuration realm =
        new Configuration() {
          @Override
          public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
              entry(LoginGate.class, LoginModuleControlFlag.REQUISITE),
              entry(Passwords.class, LoginModuleControlFlag.OPTIONAL),
              entry(LoginWitness.class, LoginModuleControlFlag.OPTIONAL)
            };
          }

          private AppConfigurationEntry entry(Class<?> module, LoginModuleControlFlag flag) {
            return new AppConfigurationEntry(module.getName(), flag, options);
          }
        };
    Subject subject = new Subject();
    subject.getPrincipals().add(new ClientPrincipal("ssh", "/127.0.0.1:40000"));
    CallbackHandler door =
        callbacks -> {
          for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
              name.setName(user);
            } else if (callback instanceof PasswordCallback secret && password != null) {
              secret.setPassword(password.toCharArray());
            } else {
              throw new UnsupportedCallbackException(callback);
            }
          }
        };
    new LoginContext("karaf", subject, door, realm).login();
    return subject;
  }

  private void refused(String user, String password) {
    assertThatThrownBy(() -> login(user, password)).isInstanceOf(LoginException.class);
  }

  @Test
  void theGateAndTheWitnessLetNobodyInByThemselves() {
    refused("anna", "wrong");
    refused("nobody", "right");
    refused("", "right");
  }

  @Test
  void aLoginIsNotedWithItsRolesDoorAndSource() throws LoginException {
    Subject subject = login("anna", "right");

    assertThat(noted)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.result()).isEqualTo(Result.ACCEPTED);
              assertThat(event.caller())
                  .isEqualTo(
                      new AuditEvent.Caller(
                          "anna", java.util.Set.of("admin"), "console", "127.0.0.1"));
            });
    assertThat(Visit.of(subject)).isNotNull();
  }

  @Test
  void aRightPasswordIsRefusedDuringTheWaitWithoutALookAtIt() throws LoginException {
    for (int i = 0; i < 3; i++) {
      refused("anna", "wrong");
    }
    int before = lookedAt.get();

    assertThatThrownBy(() -> login("anna", "right"))
        .isInstanceOf(AccountLockedException.class)
        .hasMessage("Too many wrong passwords: try again in 1 s");
    assertThatThrownBy(() -> login("anna", "wrong"))
        .isInstanceOf(AccountLockedException.class)
        .hasMessage("Too many wrong passwords: try again in 1 s");

    assertThat(lookedAt.get()).isEqualTo(before);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    login("anna", "right");
  }

  @Test
  void guessesThatComeAtOnceAreCountedBeforeTheNext() throws Exception {
    ExecutorService attackers = Executors.newFixedThreadPool(16);
    try {
      CountDownLatch ready = new CountDownLatch(16);
      List<Future<?>> guesses = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        guesses.add(
            attackers.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  refused("anna", "wrong");
                  return null;
                }));
      }
      for (Future<?> guess : guesses) {
        guess.get();
      }
    } finally {
      attackers.shutdownNow();
    }

    assertThat(lookedAt.get())
        .as("the free ones, and those that were under way with the last of them")
        .isBetween(3, 3 + Turns.AT_ONCE - 1);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(4));
    login("anna", "right");
  }

  @Test
  void hammeringDoesNotMakeTheWaitLonger() throws LoginException {
    for (int i = 0; i < 500; i++) {
      refused("anna", "wrong");
    }
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    login("anna", "right");
  }

  @Test
  void aKeyNeverWaitsAndIsNotedOnlyWhenItsOwnerActs() throws LoginException {
    for (int i = 0; i < 9; i++) {
      refused("anna", "wrong");
    }
    noted.clear();

    Subject subject = login("anna", null);

    assertThat(noted).isEmpty();
    assertThat(Visit.of(subject).firstActByKey()).isTrue();
    assertThat(Visit.of(subject).firstActByKey()).isFalse();
  }

  @Test
  void aNameThatNobodyHasTakesAsLongAsOneThatSomebodyHas() {
    refused("anna", "wrong");
    assertThat(pretended.get()).isZero();
    refused("eve", "wrong");
    assertThat(pretended.get()).isEqualTo(1);
  }

  @Test
  void namesThatNobodyHasCountAsOne() {
    for (String name : List.of("a", "b", "c")) {
      refused(name, "x");
    }
    assertThatThrownBy(() -> login("d", "x")).isInstanceOf(AccountLockedException.class);
  }

  @Test
  void whatIsNotedHoldsNoPassword() {
    refused("anna", "a-secret-thing");
    assertThat(noted.toString()).doesNotContain("a-secret-thing");
  }
}
