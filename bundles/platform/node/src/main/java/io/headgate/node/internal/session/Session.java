package io.headgate.node.internal.session;

/** Something that a node runs by itself, and ends with. */
interface Session {

  /** Exit code: it did what it should. */
  int OK = 0;

  /** Exit code: it failed, or its books do not agree. */
  int FAILED = 1;

  /** Exit code: it was asked for something that it cannot do. */
  int USAGE = 2;

  /**
   * Runs it to its end; returns early when the end is requested.
   *
   * @return exit code of the process
   */
  int run() throws InterruptedException;
}
