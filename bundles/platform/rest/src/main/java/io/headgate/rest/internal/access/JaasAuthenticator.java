package io.headgate.rest.internal.access;

import io.headgate.rest.internal.problem.ProblemException;
import io.headgate.rest.internal.problem.ProblemType;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountException;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.CredentialException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in against a JAAS realm of the node. */
public final class JaasAuthenticator implements Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(JaasAuthenticator.class);

  private static final Pattern SECONDS = Pattern.compile("in (\\d{1,6}) s");

  private final String realm;

  /**
   * @param realm name of the realm
   */
  public JaasAuthenticator(String realm) {
    this.realm = realm;
  }

  @Override
  public @Nullable Login login(String user, String password, String address) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new ClientPrincipal("rest", address));
    try {
      new LoginContext(realm, subject, answers(user, password)).login();
      return new Login(user, roles(subject.getPrincipals()));
    } catch (AccountLockedException e) {
      throw mustWait(e);
    } catch (FailedLoginException | AccountException | CredentialException e) {
      return null;
    } catch (LoginException e) {
      LOG.warn("Login of {} over HTTP could not be checked: {}", user, e.getMessage());
      return null;
    }
  }

  /** The realm says how long, as in "try again in 7 s". */
  private static ProblemException mustWait(AccountLockedException refused) {
    Matcher seconds = SECONDS.matcher(String.valueOf(refused.getMessage()));
    return ProblemType.TOO_MANY_FAILURES
        .problem(String.valueOf(refused.getMessage()) + ".")
        .retryAfter(seconds.find() ? Long.parseLong(seconds.group(1)) : 1)
        .exception();
  }

  /** Roles that principals carry; what Headgate does not know counts for nothing. */
  static Set<Role> roles(Set<Principal> principals) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (Principal principal : principals) {
      if (principal instanceof RolePrincipal) {
        for (Role role : Role.values()) {
          if (role.word().equals(principal.getName())) {
            roles.add(role);
          }
        }
      }
    }
    return roles;
  }

  private static CallbackHandler answers(String user, String password) {
    return callbacks -> {
      for (Callback callback : callbacks) {
        if (callback instanceof NameCallback name) {
          name.setName(user);
        } else if (callback instanceof PasswordCallback secret) {
          secret.setPassword(password.toCharArray());
        } else {
          throw new UnsupportedCallbackException(callback);
        }
      }
    };
  }
}
