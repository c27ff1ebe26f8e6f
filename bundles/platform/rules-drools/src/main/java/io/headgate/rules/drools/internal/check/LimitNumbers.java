package io.headgate.rules.drools.internal.check;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;

/**
 * What a past order knows of itself by the limits that it had: its share of the average daily
 * volume and notional, and the phase of the session. Other limits tell it anew. What a market order
 * or a sell is charged at stays as it was then.
 */
public final class LimitNumbers {

  private static final long WHOLE_PERCENT = 100 * Fixed.ONE;
  private static final long WHOLE_BPS = 10_000 * Fixed.ONE;

  /** Just below what an amount can be. */
  private static final double MOST_AMOUNT = 9.2e12;

  private final ContextImage image;
  private final ResolvedLimits then;
  private final ResolvedLimits now;

  private LimitNumbers(ContextImage image, ResolvedLimits now) {
    this.image = image;
    this.then = image.limits();
    this.now = now;
  }

  /**
   * Tells anew what other limits say of an order; where they say the same, nothing is changed.
   *
   * @param editor has the order
   * @param image the order as it was
   * @param limits the other limits
   * @throws ArithmeticException if a number does not fit
   */
  public static void retell(ContextEditor editor, ContextImage image, ResolvedLimits limits) {
    LimitNumbers numbers = new LimitNumbers(image, limits);
    boolean volume = numbers.differ(LimitKind.AVERAGE_DAILY_VOLUME);
    if (volume) {
      editor.set(ContextNumber.ADV_PERCENT, numbers.ofDailyVolume());
    }
    if (volume || numbers.differ(LimitKind.AVERAGE_DAILY_NOTIONAL)) {
      editor.set(ContextNumber.ADV_NOTIONAL_PERCENT, numbers.ofDailyNotional());
    }
    boolean windows =
        numbers.differ(LimitKind.OPENING_AUCTION) || numbers.differ(LimitKind.CLOSING_AUCTION);
    // Orders of the first journals have no phase.
    if (windows && !image.text(ContextText.PHASE).isEmpty()) {
      editor.set(ContextText.PHASE, numbers.phase());
    }
  }

  private boolean differ(LimitKind kind) {
    return now.block(kind) != then.block(kind);
  }

  private long ofDailyVolume() {
    long volume = now.block(LimitKind.AVERAGE_DAILY_VOLUME);
    boolean unknown = volume <= 0 || volume == LimitKind.AVERAGE_DAILY_VOLUME.absent();
    return unknown ? Long.MAX_VALUE : share(image.number(ContextNumber.QUANTITY), volume);
  }

  private long ofDailyNotional() {
    long usual = dailyNotional(now);
    return usual <= 0 ? Long.MAX_VALUE : share(asked(), usual);
  }

  /** What is usually traded in a day; 0 where nobody says. */
  private long dailyNotional(ResolvedLimits limits) {
    long given = limits.block(LimitKind.AVERAGE_DAILY_NOTIONAL);
    if (given != LimitKind.AVERAGE_DAILY_NOTIONAL.absent()) {
      return given;
    }
    long volume = limits.block(LimitKind.AVERAGE_DAILY_VOLUME);
    if (volume == LimitKind.AVERAGE_DAILY_VOLUME.absent()) {
      return 0;
    }
    long reference = image.number(ContextNumber.REFERENCE_PRICE);
    long multiplier = image.number(ContextNumber.MULTIPLIER);
    double about = Fixed.toDouble(volume) * Fixed.toDouble(reference) * Fixed.toDouble(multiplier);
    return about >= MOST_AMOUNT
        ? Long.MAX_VALUE
        : Fixed.amount(reference, volume, multiplier, Fixed.ONE);
  }

  private long asked() {
    return Fixed.amountCeil(
        charged(),
        image.number(ContextNumber.QUANTITY),
        image.number(ContextNumber.MULTIPLIER),
        Fixed.ONE);
  }

  /** A buy pays its worst price at most; a sell can get what its collar lets it. */
  private long charged() {
    long worst = image.number(ContextNumber.WORST_PRICE);
    if (image.text(ContextText.SIDE).equals(Side.BUY.name())) {
      return worst;
    }
    long reference = image.number(ContextNumber.REFERENCE_PRICE);
    long collar = then.block(LimitKind.PRICE_COLLAR);
    boolean none = collar == LimitKind.PRICE_COLLAR.absent();
    long above = none ? 0 : Fixed.mulDivFloor(reference, collar, WHOLE_BPS);
    return Math.max(worst, Math.addExact(reference, above));
  }

  /** Rounded down; the largest number where it does not fit. */
  private static long share(long part, long of) {
    return Math.abs(part) / of >= Long.MAX_VALUE / WHOLE_PERCENT - 1
        ? Long.MAX_VALUE
        : Fixed.mulDivFloor(part, WHOLE_PERCENT, of);
  }

  private String phase() {
    long toOpen = image.number(ContextNumber.MILLIS_TO_OPEN);
    if (toOpen > 0) {
      return toOpen <= now.block(LimitKind.OPENING_AUCTION) ? "OPENING_AUCTION" : "CLOSED";
    }
    long toClose = image.number(ContextNumber.MILLIS_TO_CLOSE);
    return toClose <= now.block(LimitKind.CLOSING_AUCTION) ? "CLOSING_AUCTION" : "OPEN";
  }
}
