package io.headgate.spi.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {

  private static final InstrumentId ID = InstrumentId.parse("ACME.SIM");

  /** Counts steps; ready after as many as its parameter says. */
  private static final class Count implements Feature {
    private final int needed;
    private int steps;

    private Count(int needed) {
      this.needed = needed;
    }

    @Override
    public void onStep(double price) {
      steps++;
    }

    @Override
    public double value() {
      return steps < needed ? Double.NaN : steps;
    }

    @Override
    public void reset() {
      steps = 0;
    }
  }

  private static final FeatureFactory COUNTS =
      new FeatureFactory() {
        @Override
        public List<FeatureFamily> families() {
          return List.of(new FeatureFamily("count", List.of("steps"), "steps seen"));
        }

        @Override
        public Feature create(FeatureName name) {
          return new Count(name.parameters().get(0));
        }
      };

  private final FeatureCatalog catalog = new FeatureCatalog(List.of(COUNTS));
  private final FeatureVector vector = catalog.vector(List.of("count(1)", "count(3)"));

  private static Quote quote(long bid, long ask) {
    return new Quote(ID, 7, 8, bid * Fixed.ONE, Fixed.ONE, ask * Fixed.ONE, Fixed.ONE);
  }

  private static Trade trade(long price) {
    return new Trade(ID, 9, 9, price * Fixed.ONE, Fixed.ONE);
  }

  @Test
  void twoSidedQuotesAreSteps() {
    assertThat(vector.apply(quote(99, 101))).isTrue();
    assertThat(vector.apply(quote(0, 101))).as("one side").isFalse();
    assertThat(vector.apply(quote(102, 101))).as("crossed").isFalse();
    assertThat(vector.apply(trade(100))).as("a trade where there are quotes").isFalse();
    assertThat(vector.apply(quote(100, 100))).as("locked").isTrue();

    assertThat(vector.steps()).isEqualTo(2);
    assertThat(vector.price()).isEqualTo(100);
    assertThat(vector.warmingUp()).containsExactly("count(3)");
    assertThat(vector.isReady()).isFalse();
    assertThat(vector.values()).containsExactly(2, Double.NaN);
    assertThat(vector.tsEvent()).isEqualTo(7);
  }

  @Test
  void aBetterSourceBeginsAnew() {
    Bar bar = new Bar(ID, 1, 1, 0, 0, 0, 5 * Fixed.ONE, 0);
    assertThat(vector.apply(bar)).isTrue();
    assertThat(vector.apply(bar)).isTrue();
    assertThat(vector.steps()).isEqualTo(2);
    assertThat(vector.apply(trade(100))).isTrue();
    assertThat(vector.steps()).isEqualTo(1);
    assertThat(vector.values()[0]).isEqualTo(1);
    assertThat(vector.apply(bar)).isFalse();
    assertThat(vector.apply(trade(101))).isTrue();
    assertThat(vector.apply(trade(102))).isTrue();
    assertThat(vector.isReady()).isTrue();
    assertThat(vector.apply(quote(99, 101))).isTrue();
    assertThat(vector.isReady()).isFalse();
    assertThat(vector.steps()).isEqualTo(1);
  }

  @Test
  void whatNobodyMakesIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> catalog.vector(List.of("count(1)", "rsi(14)")))
        .hasMessage("nobody makes the feature rsi(14); there are count(steps)");
    assertThatThrownBy(() -> catalog.vector(List.of("count(1,2)")))
        .hasMessage("feature count(1,2) has 2 parameters, expected count(steps)");
    assertThatThrownBy(() -> new FeatureCatalog(List.of()).vector(List.of("rsi(14)")))
        .hasMessageContaining("none at all");
  }
}
