package io.headgate.access.internal.login;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditTrail;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.AccountLockedException;
import org.jspecify.annotations.Nullable;

/** Decides whether a login may be tried now, and notes how it ended. */
final class LoginDesk {

  private static final String STRANGER = "\0stranger";

  private final LoginThrottle throttle;
  private final AuditTrail trail;
  private final LongSupplier monotonicNanos;
  private final Predicate<String> known;
  private final DummyHash dummy;
  private final Turns turns = new Turns();

  /** Takes as long as a look at a real password. */
  @FunctionalInterface
  interface DummyHash {
    void compute(String password);
  }

  LoginDesk(
      LoginThrottle throttle,
      AuditTrail trail,
      LongSupplier monotonicNanos,
      Predicate<String> known,
      DummyHash dummy) {
    this.throttle = throttle;
    this.trail = trail;
    this.monotonicNanos = monotonicNanos;
    this.known = known;
    this.dummy = dummy;
  }

  /**
   * Before the password is looked at.
   *
   * @return the turn that it has until {@link #done}; null where none is needed
   * @throws AccountLockedException if this must wait; the same for a right and for a wrong password
   */
  @Nullable String knock(Attempt attempt, Subject subject) throws AccountLockedException {
    if (!attempt.byPassword()) {
      return null;
    }
    Caller caller = Visitor.outside(attempt.user(), subject);
    requireNoWait(attempt, caller);
    String user = counted(attempt.user());
    if (!turns.take(user)) {
      note(Result.REFUSED, caller, attempt, "too many logins of this user at once");
      throw new AccountLockedException(
          "Too many logins of this user at once: try again in %d s"
              .formatted(Turns.PATIENCE_SECONDS));
    }
    boolean mayGoOn = false;
    try {
      // Those before it in the queue may have been wrong.
      requireNoWait(attempt, caller);
      mayGoOn = true;
      return user;
    } finally {
      if (!mayGoOn) {
        turns.giveBack(user);
      }
    }
  }

  /** However it ended: the next password of this user may be looked at. */
  void done(@Nullable String turn) {
    if (turn != null) {
      turns.giveBack(turn);
    }
  }

  private void requireNoWait(Attempt attempt, Caller caller) throws AccountLockedException {
    long wait = throttle.waitMillis(counted(attempt.user()), caller.source());
    if (wait > 0) {
      note(Result.REFUSED, caller, attempt, "throttled after wrong passwords");
      throw new AccountLockedException(
          "Too many wrong passwords: try again in %d s".formatted((wait + 999) / 1000));
    }
  }

  /** A login was accepted. */
  void welcome(Attempt attempt, Subject subject) {
    Caller caller = Visitor.of(subject);
    subject
        .getPublicCredentials()
        .add(new Visit(!attempt.byPassword(), monotonicNanos.getAsLong()));
    if (attempt.byPassword()) {
      throttle.succeeded(counted(attempt.user()), caller.source());
      note(Result.ACCEPTED, caller, attempt, "");
    }
  }

  /** A login was refused. */
  void turnAway(Attempt attempt, Subject subject, CallbackHandler door) {
    Caller caller = Visitor.outside(attempt.user(), subject);
    if (attempt.byPassword()) {
      throttle.failed(counted(attempt.user()), caller.source());
      if (!known.test(attempt.user())) {
        // Else a quick answer would tell that there is no such user.
        dummy.compute(Attempt.password(door));
      }
    }
    note(
        Result.REFUSED,
        caller,
        attempt,
        attempt.byPassword() ? "unknown user or wrong password" : "unknown key");
  }

  /** All names that nobody has count as one, so that guessing names cannot flush the real ones. */
  private String counted(String user) {
    return known.test(user) ? user : STRANGER;
  }

  private void note(Result result, Caller caller, Attempt attempt, String detail) {
    String with = attempt.byPassword() ? "password" : "key";
    trail.record(new AuditEvent(Kind.LOGIN, result, caller, with, detail));
  }
}
