package io.headgate.engine.internal.market;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.spi.reference.FxRate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Exchange rates: the file's to begin with, the market's once it quotes the pair. */
public final class FxRates {

  /** Answer of {@link #rate} where no chain of rates leads from one currency to the other. */
  public static final long NONE = 0;

  private static final String PIVOT = "USD";

  private final Map<String, Long> rates = new HashMap<>();
  private long version;

  /** Starts from the rates of the reference data. */
  public FxRates(List<FxRate> seeds) {
    seeds.forEach(seed -> put(seed.base(), seed.quote(), seed.rate()));
  }

  /** Learns from a quote of a spot pair whose symbol is two currency codes, as in EURUSD. */
  public void onQuote(Instrument instrument, long mid) {
    if (instrument.assetClass() == AssetClass.FX_SPOT
        && mid > 0
        && instrument.id().symbol().length() == 6) {
      put(instrument.id().symbol().substring(0, 3), instrument.currency(), mid);
    }
  }

  private void put(String base, String quote, long rate) {
    version++;
    rates.put(base + quote, rate);
    rates.put(quote + base, Fixed.divide(Fixed.ONE, rate));
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
    Long direct = rates.get(from + to);
    if (direct != null) {
      return direct;
    }
    Long toPivot = rates.get(from + PIVOT);
    Long fromPivot = rates.get(PIVOT + to);
    return toPivot == null || fromPivot == null ? NONE : Fixed.multiply(toPivot, fromPivot);
  }
}
