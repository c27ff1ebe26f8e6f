package io.headgate.rest.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rest.internal.problem.ProblemException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.GroupPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JaasAuthenticatorTest {

  private @Nullable Configuration before;

  @BeforeEach
  void useTheTestRealm() {
    before = Configuration.getConfiguration();
    Configuration.setConfiguration(
        new Configuration() {
          @Override
          public AppConfigurationEntry @Nullable [] getAppConfigurationEntry(String name) {
            return name.equals("test")
                ? new AppConfigurationEntry[] {
                  new AppConfigurationEntry(
                      OneUser.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of())
                }
                : null;
          }
        });
  }

  @AfterEach
  void putTheRealmBack() {
    Configuration.setConfiguration(before);
  }

  @Test
  void theRightPasswordGivesTheRolesThatHeadgateKnows() {
    Login login = new JaasAuthenticator("test").login("ann", "pässword", "127.0.0.1");
    assertThat(login).isEqualTo(new Login("ann", Set.of(Role.VIEWER, Role.OPERATOR)));
  }

  @Test
  void aWrongPasswordAndAnUnknownUserAndAnUnknownRealmGiveNothing() {
    assertThat(new JaasAuthenticator("test").login("ann", "wrong", "127.0.0.1")).isNull();
    assertThat(new JaasAuthenticator("test").login("bob", "pässword", "127.0.0.1")).isNull();
    assertThat(new JaasAuthenticator("gone").login("ann", "pässword", "127.0.0.1")).isNull();
  }

  @Test
  void whoMustWaitIsToldHowLong() {
    assertThatThrownBy(() -> new JaasAuthenticator("test").login("eve", "x", "127.0.0.1"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(429);
              assertThat(refused.problem().headers()).containsEntry("Retry-After", "7");
            });
  }

  @Test
  void onlyRolePrincipalsGiveRoles() {
    Set<Principal> principals =
        Set.of(new UserPrincipal("admin"), new GroupPrincipal("officer"), new RolePrincipal("x"));
    assertThat(JaasAuthenticator.roles(principals)).isEmpty();
  }

  /** Knows one user. */
  public static final class OneUser implements LoginModule {
    private @Nullable Subject subject;
    private @Nullable CallbackHandler handler;

    @Override
    public void initialize(
        Subject given, CallbackHandler answers, Map<String, ?> shared, Map<String, ?> options) {
      subject = given;
      handler = answers;
    }

    @Override
    public boolean login() throws LoginException {
      NameCallback name = new NameCallback("user");
      PasswordCallback secret = new PasswordCallback("password", false);
      try {
        if (handler != null) {
          handler.handle(new Callback[] {name, secret});
        }
      } catch (Exception e) {
        throw new LoginException(e.toString());
      }
      if ("eve".equals(name.getName())) {
        throw new AccountLockedException("Too many wrong passwords: try again in 7 s");
      }
      if (!"ann".equals(name.getName())
          || !Arrays.equals("pässword".toCharArray(), secret.getPassword())) {
        throw new FailedLoginException("no");
      }
      return true;
    }

    @Override
    public boolean commit() {
      if (subject != null) {
        assertThat(subject.getPrincipals(ClientPrincipal.class)).hasSize(1);
        subject.getPrincipals().add(new UserPrincipal("ann"));
        subject.getPrincipals().add(new RolePrincipal("viewer"));
        subject.getPrincipals().add(new RolePrincipal("operator"));
        subject.getPrincipals().add(new RolePrincipal("ssh"));
      }
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
}
