package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureFamily;
import io.headgate.spi.feature.FeatureName;
import io.headgate.spi.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link FeatureFactory} and its features promise. */
public abstract class FeatureContract {

  private static final InstrumentId ID = InstrumentId.parse("ACME.SIM");
  private static final int EVENTS = 400;

  /** Makes the factory. */
  protected abstract FeatureFactory create() throws Exception;

  /** Names with parameters that need less than 300 steps to warm up, each family once or more. */
  protected abstract List<String> names();

  private FeatureVector vector() throws Exception {
    return new FeatureCatalog(List.of(create())).vector(names());
  }

  @Test
  void everyFamilyIsDescribedAndTested() throws Exception {
    List<String> tested =
        names().stream().map(name -> FeatureName.parse(name).family()).distinct().toList();

    for (FeatureFamily family : create().families()) {
      assertThat(FeatureName.parse(family.name()).family()).isEqualTo(family.name());
      assertThat(family.description()).as(family.name()).isNotBlank();
      assertThat(tested).contains(family.name());
    }
  }

  @Test
  void whatIsNotMadeIsRefusedWithAListOfWhatIs() throws Exception {
    FeatureCatalog catalog = new FeatureCatalog(List.of(create()));

    assertThatThrownBy(() -> catalog.vector(List.of("no-such-thing(3)")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-thing(3)")
        .hasMessageContaining(create().families().get(0).name());
    for (FeatureFamily family : create().families()) {
      List<Integer> tooMany = Collections.nCopies(family.parameters().size() + 1, 5);
      String name = new FeatureName(family.name(), tooMany).toString();
      assertThatThrownBy(() -> catalog.vector(List.of(name)))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(family.signature());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatComesLaterChangesNoEarlierValue(long seed) throws Exception {
    List<MarketEvent> past = events(seed, EVENTS);
    FeatureVector alone = vector();
    List<double[]> before = new ArrayList<>();
    for (MarketEvent event : past) {
      alone.apply(event);
      before.add(alone.values());
    }
    for (int cut : new int[] {50, 150, 399}) {
      FeatureVector perturbed = vector();
      List<MarketEvent> other = new ArrayList<>(past.subList(0, cut));
      other.addAll(events(seed + 77, EVENTS - cut));
      List<double[]> values = new ArrayList<>();
      for (MarketEvent event : other) {
        perturbed.apply(event);
        values.add(perturbed.values());
      }
      for (int i = 0; i < cut; i++) {
        assertThat(values.get(i)).as("event %d of %d", i, cut).isEqualTo(before.get(i));
      }
      assertThat(values.get(EVENTS - 1)).as("the future matters later").isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readingChangesNothing(long seed) throws Exception {
    FeatureVector often = vector();
    FeatureVector once = vector();
    for (MarketEvent event : events(seed, EVENTS)) {
      often.apply(event);
      assertThat(often.values()).isEqualTo(often.values());
      once.apply(event);
    }
    assertThat(once.values()).isEqualTo(often.values());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itWarmsUpOnceAndIsFiniteFromThenOn(long seed) throws Exception {
    FeatureVector vector = vector();
    assertThat(vector.isReady()).as("before any event").isFalse();
    boolean ready = false;
    for (MarketEvent event : events(seed, EVENTS)) {
      vector.apply(event);
      assertThat(vector.isReady() || !ready).as("ready, then not: %s", vector.warmingUp()).isTrue();
      ready = vector.isReady();
    }
    assertThat(ready).as("still warming up: %s", vector.warmingUp()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aResetForgetsEverything(long seed) throws Exception {
    FeatureFactory factory = create();
    for (String name : names()) {
      var used = factory.create(FeatureName.parse(name));
      var fresh = factory.create(FeatureName.parse(name));
      feed(events(seed + 1, 100), used);
      used.reset();
      assertThat(Double.valueOf(used.value())).as(name).isEqualTo(Double.valueOf(fresh.value()));
      for (MarketEvent event : events(seed, EVENTS)) {
        feed(List.of(event), used);
        feed(List.of(event), fresh);
        assertThat(Double.valueOf(used.value())).as(name).isEqualTo(Double.valueOf(fresh.value()));
      }
    }
  }

  private static void feed(List<MarketEvent> events, io.headgate.spi.feature.Feature feature) {
    for (MarketEvent event : events) {
      if (event instanceof Quote quote) {
        feature.onQuote(quote);
        if (quote.isTwoSided()) {
          feature.onStep(Fixed.toDouble(quote.mid()));
        }
      } else if (event instanceof Trade trade) {
        feature.onTrade(trade);
      }
    }
  }

  @Test
  void wildMarketsGiveNothingThatIsNotFiniteOrWarmingUp() throws Exception {
    FeatureVector vector = vector();
    long[] prices = {1, Fixed.ONE, 4_000_000_000L * Fixed.ONE, 3, 9_000_000_000L * Fixed.ONE};
    for (int i = 0; i < 2_000; i++) {
      long price = prices[(i * 7 + i / 13) % prices.length];
      long now = 1_000L * i;
      vector.apply(new Quote(ID, now, now, price, 0, price, 0));
      vector.apply(new Quote(ID, now, now, 0, 0, price, Fixed.ONE));
      vector.apply(new Quote(ID, now, now, price, 9_000_000_000L * Fixed.ONE, 0, 0));
      vector.apply(new Quote(ID, now, now, price, 1, 1, 1));
      vector.apply(new Trade(ID, now, now, price, 0));
      vector.apply(new Bar(ID, now, now, price, price, price, price, 0));
      for (double value : vector.values()) {
        assertThat(Double.isInfinite(value)).isFalse();
      }
    }
    assertThat(vector.warmingUp()).isEmpty();
  }

  @Test
  void aMarketThatStandsStillIsNoFailure() throws Exception {
    FeatureVector vector = vector();
    for (int i = 0; i < 400; i++) {
      vector.apply(new Quote(ID, i, i, Fixed.ONE, Fixed.ONE, Fixed.ONE, Fixed.ONE));
    }
    assertThat(vector.warmingUp()).isEmpty();
  }

  /** Quotes and some trades of a random walk. */
  private static List<MarketEvent> events(long seed, int count) {
    Random random = new Random(seed);
    List<MarketEvent> events = new ArrayList<>();
    long mid = 100 * Fixed.ONE;
    for (int i = 0; i < count; i++) {
      mid = Math.max(Fixed.ONE, mid + Math.round(random.nextGaussian() * 0.02 * Fixed.ONE));
      long half = (1 + random.nextInt(3)) * Fixed.ONE / 100;
      long size = (1 + random.nextInt(500)) * Fixed.ONE;
      long now = 1_000_000L * i;
      if (random.nextInt(10) == 0 && i > 0) {
        events.add(new Trade(ID, now, now, mid, size));
      } else {
        long ask = (1 + random.nextInt(500)) * Fixed.ONE;
        events.add(new Quote(ID, now, now, mid - half, size, mid + half, ask));
      }
    }
    return events;
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 5);
  }
}
