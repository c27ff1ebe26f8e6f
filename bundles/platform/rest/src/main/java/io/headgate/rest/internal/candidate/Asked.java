package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.problem.ProblemType;
import java.util.function.Supplier;

/** Tells what a client can do about what the desk has refused. */
final class Asked {

  private Asked() {}

  /**
   * Asks.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException refused where files, a name or a
   *     signature are not what they must be; a conflict where it cannot be done now
   */
  static <T> T of(Supplier<T> ask) {
    try {
      return ask.get();
    } catch (IllegalArgumentException e) {
      throw ProblemType.SET_REFUSED.because(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    }
  }
}
