package io.headgate.scorers.tribuo.internal.training;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Quotes whose sizes tell, four times out of five, where the price goes next. */
public final class LearnableMarket {

  /** What is quoted. */
  public static final InstrumentId ID = InstrumentId.parse("ACME.SIM");

  private LearnableMarket() {}

  /** So many quotes. */
  public static List<MarketEvent> quotes(long seed, int count) {
    Random random = new Random(seed);
    List<MarketEvent> quotes = new ArrayList<>();
    long mid = 100 * Fixed.ONE;
    boolean up = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      boolean told = random.nextInt(5) > 0;
      boolean bidHeavy = told == up;
      long heavy = (200 + random.nextInt(100)) * Fixed.ONE;
      long light = (50 + random.nextInt(100)) * Fixed.ONE;
      long now = 1_000_000L * (i + 1);
      quotes.add(
          new Quote(
              ID,
              now,
              now,
              mid - Fixed.ONE / 100,
              bidHeavy ? heavy : light,
              mid + Fixed.ONE / 100,
              bidHeavy ? light : heavy));
      mid += (up ? 1 : -1) * Fixed.ONE / 100;
      up = random.nextBoolean();
    }
    return quotes;
  }
}
