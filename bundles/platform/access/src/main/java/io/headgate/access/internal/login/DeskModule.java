package io.headgate.access.internal.login;

import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.spi.LoginModule;
import org.jspecify.annotations.Nullable;

/** What the first and the last module of the realm have in common. Neither lets anybody in. */
abstract class DeskModule implements LoginModule {

  /** Option under which the realm hands over its desk. */
  static final String DESK = "io.headgate.access.desk";

  /** Where the first module leaves for the last what was brought. */
  private static final String ATTEMPT = "io.headgate.access.attempt";

  private @Nullable Subject subject;
  private @Nullable CallbackHandler door;
  private @Nullable LoginDesk desk;
  private @Nullable Map<String, Object> shared;

  @Override
  @SuppressWarnings("unchecked")
  public final void initialize(
      Subject who, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
    subject = who;
    door = handler;
    shared = (Map<String, Object>) sharedState;
    desk = options.get(DESK) instanceof LoginDesk given ? given : null;
  }

  final Subject subject() {
    return present(subject);
  }

  final CallbackHandler door() {
    return present(door);
  }

  final LoginDesk desk() {
    return present(desk);
  }

  final void leave(Attempt attempt) {
    present(shared).put(ATTEMPT, attempt);
  }

  final @Nullable Attempt left() {
    return present(shared).get(ATTEMPT) instanceof Attempt attempt ? attempt : null;
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the realm has not set up its login module");
    }
    return part;
  }

  @Override
  public final boolean logout() {
    return false;
  }
}
