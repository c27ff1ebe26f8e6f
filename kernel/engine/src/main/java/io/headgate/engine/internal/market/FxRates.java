package io.headgate.engine.internal.market;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.spi.reference.FxRate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates: the file's to begin with, the market's once it quotes the pair. Those of the
 * market grow old, those of the file do not: who wrote them answers for them.
 */
public final class FxRates {

  /** Answer of {@link #rate} where no chain of rates leads from one currency to the other. */
  public static final long NONE = 0;

  private static final String PIVOT = "USD";

  /** When a rate was quoted that is the file's. */
  private static final long AGELESS = Long.MAX_VALUE;

  /** One rate, and when it was quoted. */
  private static final class Rate {
    private long value;
    private long time;
  }

  /** By base, then by quote: no look-up puts names together. */
  private final Map<String, Map<String, Rate>> rates = new HashMap<>();

  private long version;

  /** Starts from the rates of the reference data. */
  public FxRates(List<FxRate> seeds) {
    seeds.forEach(seed -> put(seed.base(), seed.quote(), seed.rate(), AGELESS));
  }

  /**
   * Learns from a quote of a spot pair whose symbol is two currency codes, as in EURUSD.
   *
   * @param time when it was received, UTC nanoseconds since 1970
   */
  public void onQuote(Instrument instrument, long mid, long time) {
    if (instrument.assetClass() == AssetClass.FX_SPOT
        && mid > 0
        && instrument.id().symbol().length() == 6) {
      put(instrument.id().symbol().substring(0, 3), instrument.currency(), mid, time);
    }
  }

  private void put(String base, String quote, long rate, long time) {
    version++;
    set(base, quote, rate, time);
    set(quote, base, Fixed.divide(Fixed.ONE, rate), time);
  }

  private void set(String base, String quote, long value, long time) {
    Rate rate =
        rates.computeIfAbsent(base, b -> new HashMap<>()).computeIfAbsent(quote, q -> new Rate());
    rate.value = value;
    rate.time = time;
  }

  private @Nullable Rate find(String base, String quote) {
    Map<String, Rate> ofBase = rates.get(base);
    return ofBase == null ? null : ofBase.get(quote);
  }

  /** Changes whenever a rate can have changed. */
  public long version() {
    return version;
  }

  /** Units of {@code to} for one {@code from}, nine decimals; {@link #NONE} if unknown. */
  public long rate(String from, String to) {
    if (from.equals(to)) {
      return Fixed.ONE;
    }
    Rate direct = find(from, to);
    if (direct != null) {
      return direct.value;
    }
    Rate toPivot = find(from, PIVOT);
    Rate fromPivot = find(PIVOT, to);
    return toPivot == null || fromPivot == null
        ? NONE
        : Fixed.multiply(toPivot.value, fromPivot.value);
  }

  /**
   * How old the quote behind {@link #rate} is, the older where it takes two, nanoseconds; 0 where
   * there is none, and for a rate of the file.
   */
  public long age(String from, String to, long now) {
    if (from.equals(to)) {
      return 0;
    }
    Rate direct = find(from, to);
    return direct != null
        ? age(direct, now)
        : Math.max(age(find(from, PIVOT), now), age(find(PIVOT, to), now));
  }

  private static long age(@Nullable Rate rate, long now) {
    return rate == null || rate.time >= now ? 0 : now - rate.time;
  }
}
