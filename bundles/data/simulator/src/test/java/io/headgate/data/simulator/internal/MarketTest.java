package io.headgate.data.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated market promises: sane, seeded, and alive. */
class MarketTest {

  private static final List<Instrument> ALL =
      new FakeReferenceData()
          .instruments().stream().filter(i -> i.id().venue().equals("SIM")).toList();

  private static MarketBatch run(Configured configured, int ticks) {
    return run(configured, ALL, ticks);
  }

  private static MarketBatch run(Configured configured, List<Instrument> instruments, int ticks) {
    Market market = new Market(configured.settings(), instruments);
    MarketBatch.Builder batch = MarketBatch.builder("simulator");
    market.fillOnOwnTime(batch, ticks);
    return batch.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE})
  void everyPriceIsSaneAndOnTheGrid(long seed) {
    Configured wild =
        new Configured()
            .with("seed", seed)
            .with("volatilityPercent", 1_000.0)
            .with("marketSpeed", 100_000.0)
            .with("jumpsPerHour", 36_000.0)
            .with("jumpBps", 2_000.0)
            .with("spreadBps", 1_000.0);
    assertSane(run(wild, 200_000));
    assertSane(run(new Configured().with("seed", seed), 200_000));
  }

  @Test
  void theSmallestPricesAreSaneToo() {
    Configured tiny =
        new Configured()
            .with("startPrices", new String[] {"ACME.SIM=0.02,BOLT.SIM=0.03,CORP.SIM=0.01"})
            .with("volatilityPercent", 1_000.0)
            .with("marketSpeed", 100_000.0)
            .with("jumpsPerHour", 36_000.0)
            .with("jumpBps", 2_000.0)
            .with("spreadBps", 1_000.0);
    assertSane(run(tiny, 300_000));
  }

  @Test
  void aMarketThatStandsStillHasASpreadOfOneTick() {
    Configured still =
        new Configured()
            .with("volatilityPercent", 0.0)
            .with("jumpsPerHour", 0.0)
            .with("spreadBps", 0.0);
    MarketBatch batch = run(still, 2_000);
    assertSane(batch);
    assertThat(batch.events())
        .filteredOn(Quote.class::isInstance)
        .map(event -> (Quote) event)
        .filteredOn(quote -> quote.instrument().equals(FakeReferenceData.ACME.id()))
        .allMatch(quote -> quote.askPrice() - quote.bidPrice() == 10_000_000L);
  }

  private static void assertSane(MarketBatch batch) {
    FakeReferenceData reference = new FakeReferenceData();
    Map<InstrumentId, Quote> last = new HashMap<>();
    for (int row = 0; row < batch.size(); row++) {
      Instrument instrument = reference.instrument(batch.instrument(row));
      assertThat(instrument).isNotNull();
      if (batch.event(row) instanceof Quote quote) {
        assertThat(quote.bidPrice()).isPositive().isLessThan(quote.askPrice());
        assertThat(quote.bidPrice() % instrument.tickSize()).isZero();
        assertThat(quote.askPrice() % instrument.tickSize()).isZero();
        assertThat(quote.bidSize()).isPositive();
        assertThat(quote.bidSize() % instrument.lotSize()).isZero();
        assertThat(quote.askSize() % instrument.lotSize()).isZero();
        last.put(quote.instrument(), quote);
      } else {
        Trade trade = (Trade) batch.event(row);
        Quote quote = last.get(trade.instrument());
        assertThat(quote).as("a trade follows a quote").isNotNull();
        assertThat(trade.price()).isIn(quote.bidPrice(), quote.askPrice());
        assertThat(trade.size()).isPositive();
        assertThat(trade.size() % instrument.lotSize()).isZero();
      }
      if (row > 0) {
        assertThat(batch.tsEvent(row)).isGreaterThan(batch.tsEvent(row - 1));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameMarketAndAnotherSeedAnother() {
    MarketBatch once = run(new Configured().with("seed", 7L), 50_000);
    MarketBatch again = run(new Configured().with("seed", 7L), 50_000);
    MarketBatch other = run(new Configured().with("seed", 8L), 50_000);
    assertThat(again.events()).isEqualTo(once.events());
    assertThat(other.events()).isNotEqualTo(once.events());
  }

  @Test
  void theMarketIsTheOneThatItWasWhenThisTestWasWritten() {
    // A change of these numbers means that recorded sessions no longer repeat: say so in the
    // change log. Computed by this code itself when it was first written.
    MarketBatch batch = run(new Configured(), 100_000);
    long hash = 0;
    for (int row = 0; row < batch.size(); row++) {
      hash = 31 * hash + batch.instrument(row).toString().hashCode();
      for (int column = 0; column < 4; column++) {
        hash = 31 * hash + batch.value(row, column);
      }
    }
    assertThat(hash).isEqualTo(6820708790952827553L);
  }

  @Test
  void howItIsCutIntoBatchesChangesNothing() {
    Market market = new Market(new Configured().settings(), ALL);
    MarketBatch.Builder pieces = MarketBatch.builder("simulator");
    for (int size = 1; pieces.size() < 5_000; size = size % 97 + 1) {
      market.fillOnOwnTime(pieces, Math.min(size, 5_000 - pieces.size()));
    }
    assertThat(pieces.build().events()).isEqualTo(run(new Configured(), 5_000).events());
  }

  @Test
  void sharesOfTradesAndInstrumentsAreAsConfigured() {
    MarketBatch batch = run(new Configured().with("tradeSharePercent", 30.0), 200_000);
    Map<InstrumentId, Integer> ticks = new HashMap<>();
    int trades = 0;
    for (int row = 0; row < batch.size(); row++) {
      ticks.merge(batch.instrument(row), 1, Integer::sum);
      trades += batch.kind(row) == MarketBatch.Kind.TRADE ? 1 : 0;
    }
    assertThat(trades / 200_000.0).isBetween(0.29, 0.31);
    assertThat(ticks).hasSize(ALL.size());
    assertThat(ticks.values())
        .allSatisfy(count -> assertThat(count * ALL.size() / 200_000.0).isBetween(0.97, 1.03));
  }

  @Test
  void startPricesAreTaken() {
    MarketBatch batch =
        run(
            new Configured().with("startPrices", new String[] {"ACME.SIM=50, BOLT.SIM = 7.25"}),
            100);
    assertThat(firstMid(batch, FakeReferenceData.ACME)).isBetween(49.5, 50.5);
    assertThat(firstMid(batch, FakeReferenceData.BOLT)).isBetween(7.1, 7.4);
    assertThat(firstMid(batch, FakeReferenceData.EURUSD)).isBetween(1.0, 1.2);
  }

  private static double firstMid(MarketBatch batch, Instrument instrument) {
    return batch.events().stream()
        .filter(event -> event.instrument().equals(instrument.id()))
        .filter(Quote.class::isInstance)
        .mapToDouble(event -> Fixed.toDouble(((Quote) event).mid()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void realisedVolatilityIsNearTheConfiguredOne() {
    Configured plain =
        new Configured()
            .with("trendStrength", 0.0)
            .with("jumpsPerHour", 0.0)
            .with("tradeSharePercent", 0.0)
            .with("spreadBps", 0.0)
            .with("gapBps", 0.0)
            .with("ticksPerSecond", 100)
            .with("volatilityPercent", 100.0);
    double[] returns = secondReturns(run(plain, ALL.subList(0, 1), 400_000), ALL.get(0).id(), 100);
    double perMinute = deviation(returns) * Math.sqrt(Dynamics.SECONDS_PER_YEAR / 60);
    // Clusters come and go, but the multiple of volatility has a mean square of 1.
    assertThat(perMinute).isBetween(0.85, 1.15);
  }

  @Test
  void trendsLast() {
    List<Instrument> one = List.of(FakeReferenceData.EURUSD);
    Configured trending = new Configured().with("trendStrength", 3.0).with("ticksPerSecond", 50);
    Configured aimless = new Configured().with("trendStrength", 0.0).with("ticksPerSecond", 50);
    // Returns of five seconds: the next tends to have the sign of the last while a trend lives.
    assertThat(persistence(run(trending, one, 500_000))).isGreaterThan(0.2);
    assertThat(persistence(run(aimless, one, 500_000))).isBetween(-0.05, 0.05);
  }

  private static double persistence(MarketBatch batch) {
    double[] returns = secondReturns(batch, FakeReferenceData.EURUSD.id(), 250);
    double[] next = new double[returns.length - 1];
    double[] last = new double[returns.length - 1];
    System.arraycopy(returns, 1, next, 0, next.length);
    System.arraycopy(returns, 0, last, 0, last.length);
    return Statistics.correlation(last, next);
  }

  @Test
  void spreadsWidenWithVolatility() {
    List<Instrument> one = List.of(FakeReferenceData.EURUSD);
    Configured configured =
        new Configured().with("spreadBps", 20.0).with("ticksPerSecond", 100).with("seed", 3L);
    MarketBatch batch = run(configured, one, 400_000);
    List<Double> moves = new ArrayList<>();
    List<Double> spreads = new ArrayList<>();
    int window = 500;
    for (int from = 0; from + window <= batch.size(); from += window) {
      double move = 0;
      double spread = 0;
      long mid = 0;
      for (int row = from; row < from + window; row++) {
        if (batch.event(row) instanceof Quote quote) {
          move += mid == 0 ? 0 : Math.abs(Math.log((double) quote.mid() / mid));
          mid = quote.mid();
          spread += (double) (quote.askPrice() - quote.bidPrice()) / mid;
        }
      }
      moves.add(move);
      spreads.add(spread);
    }
    assertThat(Statistics.correlation(array(moves), array(spreads))).isGreaterThan(0.5);
  }

  /** Log returns of the mid from one group of {@code ticks} market ticks to the next. */
  private static double[] secondReturns(MarketBatch batch, InstrumentId id, int ticks) {
    List<Double> returns = new ArrayList<>();
    double mid = 0;
    double before = 0;
    for (int row = 0; row < batch.size(); row++) {
      if (batch.instrument(row).equals(id) && batch.event(row) instanceof Quote quote) {
        mid = quote.mid();
      }
      if (row % ticks == ticks - 1) {
        if (before > 0) {
          returns.add(Math.log(mid / before));
        }
        before = mid;
      }
    }
    return array(returns);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double deviation(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }
}
