package io.headgate.access.internal.login;

import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/** The first module of the realm: nobody's password is looked at while its owner must wait. */
public final class LoginGate extends DeskModule {

  private @Nullable Attempt admitted;
  private @Nullable String turn;

  /** Made by the realm. */
  public LoginGate() {}

  /** Always false, which means: decides nothing, the modules behind it do. */
  @Override
  public boolean login() throws LoginException {
    Attempt attempt = Attempt.read(door());
    turn = desk().knock(attempt, subject());
    admitted = attempt;
    leave(attempt);
    return false;
  }

  @Override
  public boolean commit() {
    admitted = null;
    giveTurnBack();
    return false;
  }

  @Override
  public boolean abort() {
    Attempt attempt = admitted;
    admitted = null;
    try {
      if (attempt != null) {
        desk().turnAway(attempt, subject(), door());
      }
    } finally {
      giveTurnBack();
    }
    return false;
  }

  private void giveTurnBack() {
    String had = turn;
    turn = null;
    desk().done(had);
  }
}
