package io.headgate.data.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes it look like a market, measured on seeded output. */
class MarketShapeTest {

  private static final List<Instrument> ALL =
      new FakeReferenceData()
          .instruments().stream().filter(i -> i.id().venue().equals("SIM")).toList();

  private static final int RATE = 100;

  /** One second of the session per hundred ticks, no breaks, no trends. */
  private static Configured plain() {
    return new Configured()
        .with("ticksPerSecond", RATE)
        .with("trendStrength", 0.0)
        .with("gapBps", 0.0)
        .with("volatilityPercent", 200.0);
  }

  private static MarketBatch run(Configured configured, List<Instrument> instruments, int ticks) {
    Market market = new Market(configured.settings(), instruments);
    MarketBatch.Builder batch = MarketBatch.builder("simulator");
    market.fillOnOwnTime(batch, ticks);
    return batch.build();
  }

  /** Log returns of the mid over each {@code every} ticks of the market. */
  private static double[] returns(MarketBatch batch, InstrumentId id, int every) {
    List<Double> returns = new ArrayList<>();
    double mid = 0;
    double before = 0;
    for (int row = 0; row < batch.size(); row++) {
      if (batch.instrument(row).equals(id) && batch.event(row) instanceof Quote quote) {
        mid = (quote.bidPrice() + quote.askPrice()) / 2.0;
      }
      if (row % every == every - 1) {
        if (before > 0) {
          returns.add(Math.log(mid / before));
        }
        before = mid;
      }
    }
    return returns.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 77})
  void volatilityComesInClustersWhileReturnsHaveNoMemory(long seed) {
    Configured noJumps = plain().with("seed", seed).with("jumpsPerHour", 0.0);
    double[] returns = returns(run(noJumps, ALL.subList(0, 1), 1_000_000), ALL.get(0).id(), RATE);

    double ofReturns = Math.abs(Statistics.autocorrelation(returns, 1));
    double ofSquares = Statistics.autocorrelation(Statistics.squares(returns), 1);

    assertThat(ofReturns).isLessThan(0.05);
    assertThat(ofSquares).isGreaterThan(0.1).isGreaterThan(2 * ofReturns);
    assertThat(Statistics.autocorrelation(Statistics.squares(returns), 5)).isGreaterThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 77})
  void tailsAreFatterThanNormal(long seed) {
    for (double jumps : new double[] {0, 30}) {
      Configured configured = plain().with("seed", seed).with("jumpsPerHour", jumps);
      double[] returns =
          returns(run(configured, ALL.subList(0, 1), 1_000_000), ALL.get(0).id(), RATE);

      assertThat(Statistics.kurtosis(returns)).isGreaterThan(3.5);
    }
  }

  @Test
  void withoutClustersAndJumpsTheyAreNotSoTheTestsAboveCanFail() {
    Configured calm =
        plain().with("jumpsPerHour", 0.0).with("clusterStrength", 0.0).with("smilePercent", 0.0);
    double[] returns = returns(run(calm, ALL.subList(0, 1), 1_000_000), ALL.get(0).id(), RATE);

    assertThat(Statistics.kurtosis(returns)).isBetween(2.8, 3.2);
    assertThat(Statistics.autocorrelation(Statistics.squares(returns), 1)).isLessThan(0.05);
  }

  @Test
  void theDefaultMarketClustersToo() {
    List<Instrument> one = ALL.subList(0, 1);
    double[] returns = returns(run(new Configured(), one, 4_000_000), ALL.get(0).id(), 1_000);

    assertThat(Statistics.kurtosis(returns)).isGreaterThan(3);
    assertThat(Statistics.autocorrelation(Statistics.squares(returns), 1)).isGreaterThan(0.02);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 70})
  void instrumentsMoveTogetherAsConfiguredAndMoreInsideASector(double market) {
    double sector = market + 20;
    List<Instrument> three =
        List.of(FakeReferenceData.ACME, FakeReferenceData.BOLT, FakeReferenceData.CORP);
    MarketBatch batch =
        run(
            plain()
                .with("tradeSharePercent", 0.0)
                .with("jumpsPerHour", 0.0)
                .with("startPrices", new String[] {"ACME.SIM=5000,BOLT.SIM=5000,CORP.SIM=5000"})
                .with("correlationPercent", market)
                .with("sectorCorrelationPercent", sector),
            three,
            1_000_000);
    double[] acme = returns(batch, FakeReferenceData.ACME.id(), RATE);
    double[] bolt = returns(batch, FakeReferenceData.BOLT.id(), RATE);
    double[] corp = returns(batch, FakeReferenceData.CORP.id(), RATE);

    assertThat(Statistics.correlation(acme, bolt))
        .isBetween(sector / 100 - 0.08, sector / 100 + 0.08);
    assertThat(Statistics.correlation(acme, corp))
        .isBetween(market / 100 - 0.08, market / 100 + 0.08);
    assertThat(Statistics.correlation(bolt, corp))
        .isBetween(market / 100 - 0.08, market / 100 + 0.08);
  }

  @Test
  void tradesFollowTheMoves() {
    Configured noisy = plain().with("jumpsPerHour", 0.0).with("spreadBps", 0.0);
    List<Instrument> one = List.of(FakeReferenceData.EURUSD);
    assertThat(signsAgainstMoves(run(noisy, one, 300_000))).isGreaterThan(0.15);
    assertThat(signsAgainstMoves(run(noisy.with("flowPercent", 0.0), one, 300_000)))
        .isBetween(-0.03, 0.03);
  }

  /** Signs of trades against the move of the mid from the quote before the last to the next. */
  private static double signsAgainstMoves(MarketBatch batch) {
    List<Double> signs = new ArrayList<>();
    List<Double> moves = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    List<Trade> waiting = new ArrayList<>();
    for (int row = 0; row < batch.size(); row++) {
      if (batch.event(row) instanceof Trade trade) {
        waiting.add(trade);
        continue;
      }
      quotes.add((Quote) batch.event(row));
      int n = quotes.size();
      for (Trade trade : waiting) {
        if (n > 2) {
          signs.add(trade.price() == quotes.get(n - 2).askPrice() ? 1.0 : -1.0);
          moves.add((double) Long.signum(quotes.get(n - 1).mid() - quotes.get(n - 3).mid()));
        }
      }
      waiting.clear();
    }
    return Statistics.correlation(
        signs.stream().mapToDouble(Double::doubleValue).toArray(),
        moves.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Test
  void nothingTicksBetweenACloseAndTheNextOpening() {
    // Sessions of 60 market minutes, which pass in 60 seconds, and breaks of 10 seconds.
    Configured short60 =
        new Configured()
            .with("ticksPerSecond", RATE)
            .with("sessionMinutes", 60.0)
            .with("breakMillis", 10_000L);
    MarketBatch batch = run(short60, ALL, 10 * 60 * RATE);
    long start = batch.tsEvent(0);
    Map<Long, Integer> perSession = new HashMap<>();

    for (int row = 0; row < batch.size(); row++) {
      long since = batch.tsEvent(row) - start;
      assertThat(since % 70_000_000_000L).as("row %d", row).isLessThan(60_000_000_000L);
      perSession.merge(since / 70_000_000_000L, 1, Integer::sum);
    }

    assertThat(perSession).hasSize(10);
    assertThat(perSession.values()).allMatch(count -> count == 60 * RATE);
  }

  @Test
  void aSessionOpensWithQuotesAndCallsAndClosesWithCalls() {
    Configured short60 = new Configured().with("ticksPerSecond", RATE).with("sessionMinutes", 60.0);
    int session = 60 * RATE;
    MarketBatch batch = run(short60, ALL, 3 * session);
    int n = ALL.size();
    for (int s = 0; s < 3; s++) {
      for (int i = 0; i < n; i++) {
        InstrumentId id = ALL.get(i).id();
        assertThat(batch.event(s * session + i)).isInstanceOf(Quote.class);
        assertThat(batch.instrument(s * session + i)).isEqualTo(id);
        assertThat(batch.event(s * session + n + i)).isInstanceOf(Trade.class);
        assertThat(batch.instrument(s * session + n + i)).isEqualTo(id);
        assertThat(batch.event((s + 1) * session - n + i)).isInstanceOf(Trade.class);
        assertThat(batch.instrument((s + 1) * session - n + i)).isEqualTo(id);
      }
    }
  }

  @Test
  void pricesGapOverABreak() {
    Configured gaps =
        plain()
            .with("gapBps", 200.0)
            .with("sessionMinutes", 60.0)
            .with("clusterStrength", 0.0)
            .with("jumpsPerHour", 0.0)
            .with("volatilityPercent", 10.0);
    int session = 60 * RATE;
    List<Instrument> one = List.of(FakeReferenceData.EURUSD);
    MarketBatch batch = run(gaps, one, 400 * session);
    double[] overBreaks = new double[399];
    for (int s = 1; s < 400; s++) {
      int row = s * session - 1;
      while (!(batch.event(row) instanceof Quote)) {
        row--;
      }
      Quote close = (Quote) batch.event(row);
      Quote open = (Quote) batch.event(s * session);
      overBreaks[s - 1] = Math.log((double) open.mid() / close.mid());
    }

    assertThat(Statistics.deviation(overBreaks)).isBetween(0.017, 0.023);
  }

  @Test
  void theDaySmiles() {
    Configured smiling = plain().with("smilePercent", 300.0).with("jumpsPerHour", 0.0);
    int session = 390 * RATE;
    MarketBatch batch = run(smiling, List.of(FakeReferenceData.EURUSD), 20 * session);
    double[] volume = new double[5];
    double[] variance = new double[5];
    long mid = 0;
    for (int row = 0; row < batch.size(); row++) {
      int part = (int) ((long) row % session * 5 / session);
      if (batch.event(row) instanceof Quote quote) {
        double move = mid == 0 ? 0 : Math.log((double) quote.mid() / mid);
        variance[part] += move * move;
        mid = quote.mid();
      } else if (batch.event(row) instanceof Trade trade) {
        volume[part] += trade.size() / 1e12;
      }
    }

    for (double[] shape : new double[][] {volume, variance}) {
      assertThat(shape[0]).isGreaterThan(1.5 * shape[2]);
      assertThat(shape[4]).isGreaterThan(1.5 * shape[2]);
      assertThat(shape[1]).isGreaterThan(shape[2] * 0.9);
    }
  }
}
