package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fill counts once, in whatever order and however often it arrives. */
class ExactlyOnceTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void shuffledAndRepeatedReportsGiveTheSamePosition(long seed) {
    EngineFixture fixture = new EngineFixture().started();
    fixture.venue.reacting(Reaction.SILENT);
    Random random = new Random(seed);
    List<ClOrdId> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long quantity = 1L + random.nextInt(20);
      ids.add(
          fixture
              .submit(random.nextBoolean() ? buy(quantity, "100") : sell(quantity, "100"))
              .clOrdId());
    }
    fixture.venue.hold();
    fixture.venue.copies(3);
    for (ClOrdId id : ids) {
      fixture.venue.accept(id);
      long leaves = fixture.venue.leavesQty(id);
      if (leaves > Fixed.ONE) {
        fixture.venue.fill(id, Fixed.ONE, 0);
      }
      if (random.nextInt(3) > 0) {
        fixture.venue.fillRest(id);
      } else {
        fixture.venue.cancel(id);
      }
    }
    fixture.venue.releaseShuffled(seed);

    long atVenue =
        fixture.venue.snapshot().positions().values().stream().mapToLong(q -> q / Fixed.ONE).sum();
    assertThat(fixture.position()).isEqualTo(atVenue);
    assertThat(fixture.orders.openOrders()).isEmpty();
    assertThat(((UnlimitedRights) fixture.rights).reserved()).isZero();
    assertThat(fixture.control.counters().duplicateFills()).isPositive();
  }

  @Test
  void aFillAfterTheCancelStillCountsAndRaisesAnAlarm() {
    EngineFixture fixture = new EngineFixture().started();
    ClOrdId id = fixture.submit(buy(10, "100")).clOrdId();
    fixture.venue.hold();
    fixture.venue.fill(id, 4 * Fixed.ONE, 0);
    fixture.submit(new CancelOrder(EngineFixture.ME, "", id));
    fixture.venue.releaseShuffled(1);

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.position()).isEqualTo(4);
    assertThat(((UnlimitedRights) fixture.rights).reserved()).isZero();
  }

  @Test
  void aBustTakesTheTradeBackOnce() {
    EngineFixture fixture = new EngineFixture().started();
    fixture.venue.reacting(Reaction.FILL);
    ClOrdId id = fixture.submit(buy(10, "100")).clOrdId();
    assertThat(fixture.position()).isEqualTo(10);

    fixture.venue.copies(2);
    fixture.venue.bust(id);

    assertThat(fixture.position()).isZero();
    assertThat(fixture.alarms.isActive("execution.bust")).isTrue();
  }
}
