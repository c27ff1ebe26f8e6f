package io.headgate.routes.camel.internal.endpoint;

/** Lets one thread at a time pass, holds it, or sends it away for good. */
final class Gate {

  private enum State {
    OPEN,
    HELD,
    CLOSED
  }

  private volatile State state = State.OPEN;

  /**
   * Passes at once while open, waits while held.
   *
   * @return whether to go on; false once closed
   */
  boolean pass() {
    return state == State.OPEN || await();
  }

  private synchronized boolean await() {
    boolean interrupted = false;
    while (state == State.HELD) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return state == State.OPEN;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  synchronized void open() {
    change(State.OPEN);
  }

  synchronized void hold() {
    change(State.HELD);
  }

  synchronized void close() {
    change(State.CLOSED);
  }

  private void change(State fresh) {
    if (state != State.CLOSED) {
      state = fresh;
      notifyAll();
    }
  }
}
