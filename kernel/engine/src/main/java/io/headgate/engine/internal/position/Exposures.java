package io.headgate.engine.internal.position;

import java.util.HashMap;
import java.util.Map;

/** The sums over all lines of one account, or of the firm. */
final class Exposures {

  private final ExposureSum gross = new ExposureSum();
  private final ExposureSum netLong = new ExposureSum();
  private final ExposureSum netShort = new ExposureSum();
  private final ExposureSum pnl = new ExposureSum();
  private final Map<String, ExposureSum> sectors = new HashMap<>();
  private final DayResult day = new DayResult();

  ExposureSum gross() {
    return gross;
  }

  ExposureSum netLong() {
    return netLong;
  }

  ExposureSum netShort() {
    return netShort;
  }

  DayResult day() {
    return day;
  }

  /** Gross exposure in one sector. */
  ExposureSum sector(String name) {
    return sectors.computeIfAbsent(name, n -> new ExposureSum());
  }

  /** Profit and loss since the journal began; the largest number if it is not known. */
  long total() {
    return pnl.plus(0);
  }

  /** The day's result as it stands. */
  void observe() {
    day.observe(total());
  }

  /**
   * Replaces what a line was worth by what it is worth; as far as this comes before a number is out
   * of range, {@code before} says so.
   */
  void replace(Worth before, Worth after, ExposureSum sector) {
    gross.replace(before.gross, after.gross);
    sector.replace(before.gross, after.gross);
    before.gross = after.gross;
    netLong.replace(before.netLong, after.netLong);
    before.netLong = after.netLong;
    netShort.replace(before.netShort, after.netShort);
    before.netShort = after.netShort;
    pnl.replace(before.pnl, after.pnl);
    before.pnl = after.pnl;
  }

  /** One line more, or less, whose worth is not known. */
  void unknown(int change, ExposureSum sector) {
    gross.unknown(change);
    netLong.unknown(change);
    netShort.unknown(change);
    pnl.unknown(change);
    sector.unknown(change);
  }
}
