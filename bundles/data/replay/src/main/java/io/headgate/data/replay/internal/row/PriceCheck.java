package io.headgate.data.replay.internal.row;

import io.headgate.model.market.MarketBatch.Kind;
import io.headgate.model.number.Fixed;
import org.jspecify.annotations.Nullable;

/**
 * Refuses prices that cannot be meant. A jump beyond the factor is refused at first; if rows at the
 * new level follow one another, the level is real (a split, another contract) and is taken. Not
 * safe for use by several threads.
 */
final class PriceCheck {

  /** Rows in a row at a new level that make it real. */
  static final int CONFIRMATIONS = 3;

  private final Kind kind;
  private final Tolerance tolerance;
  private long level;
  private long rival;
  private int rivalRows;

  PriceCheck(Kind kind, Tolerance tolerance) {
    this.kind = kind;
    this.tolerance = tolerance;
  }

  /** Null if the row's prices and sizes can be meant; blanks the size of an absent side. */
  @Nullable SkipReason check(Row row) {
    long[] v = row.values;
    return switch (kind) {
      case QUOTE -> quote(row, v);
      case TRADE -> trade(row, v);
      case BAR -> bar(row, v);
    };
  }

  private @Nullable SkipReason quote(Row row, long[] v) {
    long bid = v[0];
    long ask = v[2];
    if (bid < 0 || ask < 0 || (bid == 0 && ask == 0)) {
      return row.skip(SkipReason.ABSURD_PRICE, "no side has a price above 0: " + pair(bid, ask));
    }
    if (v[1] < 0 || v[3] < 0) {
      return row.skip(SkipReason.ABSURD_SIZE, "a size is below 0: " + pair(v[1], v[3]));
    }
    if (bid == 0 || ask == 0) {
      v[bid == 0 ? 1 : 3] = 0;
      long side = Math.max(bid, ask);
      return jump(row, side, side);
    }
    if (bid > ask && (double) (bid - ask) * 10_000 > tolerance.crossedBps() * ask) {
      return row.skip(SkipReason.ABSURD_PRICE, "bid above ask: " + pair(bid, ask));
    }
    return jump(row, Math.min(bid, ask), Math.max(bid, ask));
  }

  private @Nullable SkipReason trade(Row row, long[] v) {
    if (v[0] <= 0) {
      return row.skip(SkipReason.ABSURD_PRICE, "price is " + Fixed.format(v[0]));
    }
    if (v[1] < 0) {
      return row.skip(SkipReason.ABSURD_SIZE, "size is " + Fixed.format(v[1]));
    }
    return jump(row, v[0], v[0]);
  }

  private @Nullable SkipReason bar(Row row, long[] v) {
    long low = v[2];
    long high = v[1];
    boolean ordered = low <= Math.min(v[0], v[3]) && Math.max(v[0], v[3]) <= high && low > 0;
    if (!ordered) {
      return row.skip(
          SkipReason.ABSURD_PRICE,
          "low %s and high %s do not hold open %s and close %s above 0"
              .formatted(
                  Fixed.format(low), Fixed.format(high), Fixed.format(v[0]), Fixed.format(v[3])));
    }
    if (v[4] < 0) {
      return row.skip(SkipReason.ABSURD_SIZE, "volume is " + Fixed.format(v[4]));
    }
    return jump(row, low, high);
  }

  private static String pair(long bid, long ask) {
    return Fixed.format(bid) + " and " + Fixed.format(ask);
  }

  private @Nullable SkipReason jump(Row row, long low, long high) {
    long middle = low + (high - low) / 2;
    if (level == 0 || near(level, low, high)) {
      level = middle;
      rivalRows = 0;
      return null;
    }
    rivalRows = rivalRows > 0 && near(rival, low, high) ? rivalRows + 1 : 1;
    rival = middle;
    if (rivalRows >= CONFIRMATIONS) {
      level = middle;
      rivalRows = 0;
      return null;
    }
    return row.skip(
        SkipReason.ABSURD_PRICE,
        "%s is more than a factor of %s from %s"
            .formatted(Fixed.format(middle), tolerance.jumpFactor(), Fixed.format(level)));
  }

  private boolean near(long reference, long low, long high) {
    double factor = tolerance.jumpFactor();
    return high <= reference * factor && low * factor >= reference;
  }
}
