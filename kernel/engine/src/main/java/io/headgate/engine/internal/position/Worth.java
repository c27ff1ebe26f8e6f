package io.headgate.engine.internal.position;

/** What one account holds and has open in one instrument is worth, in one currency; reused. */
final class Worth {

  /** Either way at its worst, at least 0. */
  long gross;

  /** If every open buy filled and no sell; below 0 where it stays short. */
  long netLong;

  /** If every open sell filled and no buy, short above 0. */
  long netShort;

  /** Realised and open profit and loss, less fees. */
  long pnl;
}
