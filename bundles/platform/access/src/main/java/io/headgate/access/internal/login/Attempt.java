package io.headgate.access.internal.login;

import java.io.IOException;
import java.util.Arrays;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at a door brings.
 *
 * @param user the name given
 * @param byPassword whether with a password, or else with a key
 */
record Attempt(String user, boolean byPassword) {

  /**
   * Asks the door.
   *
   * @throws LoginException if it does not even give a name
   */
  static Attempt read(CallbackHandler door) throws LoginException {
    NameCallback name = new NameCallback("user");
    PasswordCallback password = new PasswordCallback("password", false);
    try {
      door.handle(new Callback[] {name});
    } catch (IOException | UnsupportedCallbackException e) {
      throw refused(e);
    }
    if (name.getName() == null || name.getName().isEmpty()) {
      throw refused(null);
    }
    try {
      door.handle(new Callback[] {password});
    } catch (IOException | UnsupportedCallbackException e) {
      return new Attempt(name.getName(), false);
    } finally {
      password.clearPassword();
    }
    return new Attempt(name.getName(), true);
  }

  /** The password once more, for whoever must look at it. */
  static String password(CallbackHandler door) {
    PasswordCallback password = new PasswordCallback("password", false);
    try {
      door.handle(new Callback[] {password});
    } catch (IOException | UnsupportedCallbackException e) {
      return "";
    }
    char[] chars = password.getPassword();
    password.clearPassword();
    if (chars == null) {
      return "";
    }
    String text = new String(chars);
    Arrays.fill(chars, '\0');
    return text;
  }

  private static LoginException refused(@Nullable Throwable cause) {
    LoginException refused = new FailedLoginException("no user was named");
    refused.initCause(cause);
    return refused;
  }
}
