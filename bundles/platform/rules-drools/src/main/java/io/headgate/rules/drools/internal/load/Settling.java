package io.headgate.rules.drools.internal.load;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rules and limits together while sets take each other's places: no order is held by the
 * rules of one set against the limits of another. Safe from every thread.
 */
final class Settling {

  private final Admission admission;

  /** Held by who replaces what serves, so that limits never change places at the same time. */
  private final Object swap = new Object();

  private boolean swapping;

  /** Limits of a set that serves again since the one after it failed: not the order loop's work. */
  private @Nullable Runnable owed;

  private volatile boolean unsettled;
  private volatile boolean again;
  private volatile Runnable helper = () -> {};

  Settling(Admission admission) {
    this.admission = admission;
  }

  void helpedBy(Runnable newHelper) {
    helper = newHelper;
  }

  /** Whether the limits of the set that serves again do not serve yet: it may judge nothing. */
  boolean isUnsettled() {
    return unsettled;
  }

  /**
   * Lets another set serve, its limits first; orders wait meanwhile.
   *
   * @param givesWay told true when what serves begins to give way, and false if it stays after all;
   *     calls {@link #begins}
   * @param limits lets the limits of the other serve
   * @param rules lets its rules serve; calls {@link #settled}
   */
  void swap(Consumer<Boolean> givesWay, Runnable limits, Runnable rules) {
    synchronized (swap) {
      givesWay.accept(true);
      try {
        limits.run();
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        givesWay.accept(false);
        throw e;
      }
      rules.run();
    }
  }

  /** What serves gives way from now on, or does not after all. */
  synchronized void begins(@Nullable Serving now, boolean begins) {
    swapping = begins;
    if (now != null) {
      now.rules().giveWay(begins);
    }
  }

  /** What serves now has its limits. */
  synchronized void settled() {
    swapping = false;
    owed = null;
    unsettled = false;
    again = false;
  }

  /** A set serves again from now on; its limits may not yet. Called by the order loop. */
  synchronized void owe(Serving old) {
    unsettled = swapping || !admission.serve(old.limits());
    owed = old.limits();
    again = true;
    old.rules().giveWay(false);
  }

  /** Asks for the limits to be settled at once, where they must be. */
  void askForHelp() {
    if (unsettled) {
      helper.run();
    }
  }

  /** Lets the limits serve that are owed, if any are. */
  void settleLimits() {
    synchronized (swap) {
      Runnable back = owed();
      if (back == null) {
        return;
      }
      back.run();
      synchronized (this) {
        owed = null;
        unsettled = false;
      }
    }
  }

  private synchronized @Nullable Runnable owed() {
    return owed;
  }

  /** Whether it is not written down yet that a set serves again. */
  boolean isToBeWritten() {
    return again;
  }

  void written() {
    again = false;
  }
}
