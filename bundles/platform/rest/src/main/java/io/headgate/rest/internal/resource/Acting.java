package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.problem.ProblemType;

/** Tells what came of an act on something that may not exist or may not be able to. */
final class Acting {

  private Acting() {}

  /**
   * Acts.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException not found where there is no such
   *     thing, a conflict where it cannot be done now
   */
  static void on(Runnable act) {
    try {
      act.run();
    } catch (IllegalArgumentException e) {
      throw ProblemType.NOT_FOUND.because(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    }
  }
}
