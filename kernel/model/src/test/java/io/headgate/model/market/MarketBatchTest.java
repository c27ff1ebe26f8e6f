package io.headgate.model.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketBatchTest {

  private static MarketEvent any(Random random) {
    InstrumentId id = InstrumentId.parse("I" + random.nextInt(50) + ".SIM");
    long event = random.nextLong();
    long init = random.nextLong();
    return switch (random.nextInt(3)) {
      case 0 ->
          new Quote(
              id,
              event,
              init,
              random.nextLong(),
              random.nextLong(),
              random.nextLong(),
              random.nextLong());
      case 1 -> new Trade(id, event, init, random.nextLong(), random.nextLong());
      default ->
          new Bar(
              id,
              event,
              init,
              random.nextLong(),
              random.nextLong(),
              random.nextLong(),
              random.nextLong(),
              random.nextLong());
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1_000, 5_000})
  void rowsComeBackAsTheyWerePut(int rows) {
    Random random = new Random(rows);
    List<MarketEvent> events = new ArrayList<>();
    MarketBatch.Builder builder = MarketBatch.builder("test");
    for (int i = 0; i < rows; i++) {
      MarketEvent event = any(random);
      events.add(event);
      builder.add(event);
    }

    MarketBatch batch = builder.build();

    assertThat(batch.source()).isEqualTo("test");
    assertThat(batch.size()).isEqualTo(rows).isEqualTo(builder.size());
    assertThat(batch.events()).isEqualTo(events);
    for (int row = 0; row < rows; row++) {
      assertThat(batch.instrument(row)).isEqualTo(events.get(row).instrument());
      assertThat(batch.tsEvent(row)).isEqualTo(events.get(row).tsEvent());
      assertThat(batch.tsInit(row)).isEqualTo(events.get(row).tsInit());
    }
  }

  @Test
  void aBatchDoesNotChangeWithItsBuilder() {
    Random random = new Random(1);
    MarketBatch.Builder builder = MarketBatch.builder("test");
    MarketEvent first = any(random);
    MarketBatch batch = builder.add(first).build();

    builder.add(any(random));
    builder.clear().add(any(random)).add(any(random));

    assertThat(batch.events()).containsExactly(first);
  }

  @Test
  void aClearedBuilderKeepsNothingOfBefore() {
    InstrumentId id = InstrumentId.parse("ACME.SIM");
    MarketBatch.Builder builder = MarketBatch.builder("test");
    builder.add(new Bar(id, 1, 2, 3, 4, 5, 6, 7));

    MarketBatch batch = builder.clear().trade(id, 8, 9, 10, 11).build();

    assertThat(batch.events()).containsExactly(new Trade(id, 8, 9, 10, 11));
    assertThat(batch.value(0, 4)).isZero();
  }

  @Test
  void rowsBeyondTheEndAreRefused() {
    MarketBatch batch =
        MarketBatch.of("test", new Trade(InstrumentId.parse("ACME.SIM"), 1, 2, 3, 4));

    assertThatThrownBy(() -> batch.kind(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.value(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theMidNeedsNoSum() {
    InstrumentId id = InstrumentId.parse("ACME.SIM");
    long high = Long.MAX_VALUE - 10;

    assertThat(new Quote(id, 0, 0, high, 1, high + 4, 1).mid()).isEqualTo(high + 2);
    assertThat(new Quote(id, 0, 0, 0, 0, 7, 1).mid()).isEqualTo(7);
    assertThat(new Quote(id, 0, 0, 5, 1, 0, 0).mid()).isEqualTo(5);
    assertThat(new Quote(id, 0, 0, 0, 0, 7, 1).isTwoSided()).isFalse();
  }
}
