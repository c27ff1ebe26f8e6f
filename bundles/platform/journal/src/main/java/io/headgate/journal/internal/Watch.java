package io.headgate.journal.internal;

/** Is told what a person must know. Called from the journal's threads; must return fast. */
interface Watch {

  /** A write or a sync failed; the journal takes nothing more. */
  void failed(String message);

  /** No space could be prepared; orders are refused once only the reserve is left. */
  void starved(String message);

  /** Space could be prepared again. */
  void fed();
}
