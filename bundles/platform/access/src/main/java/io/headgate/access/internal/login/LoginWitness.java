package io.headgate.access.internal.login;

import org.jspecify.annotations.Nullable;

/** The last module of the realm: sees with which roles somebody came in. */
public final class LoginWitness extends DeskModule {

  /** Made by the realm. */
  public LoginWitness() {}

  /** Always false, which means: decides nothing. */
  @Override
  public boolean login() {
    return false;
  }

  @Override
  public boolean commit() {
    @Nullable Attempt attempt = left();
    if (attempt != null) {
      desk().welcome(attempt, subject());
    }
    return false;
  }

  @Override
  public boolean abort() {
    return false;
  }
}
