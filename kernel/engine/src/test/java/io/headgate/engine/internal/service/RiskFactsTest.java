package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.Side;
import io.headgate.model.position.Position;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.market.SeededMarket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine counts and adds up over time, against its definition. */
class RiskFactsTest extends RiskFactsStage {

  /** Against the plainest reading, through fills, replaces, cancels, doubts, busts; restarted. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theCountsAreTheirDefinitionsAndComeBackAfterARestart(long seed) {
    InMemoryJournal played = InMemoryJournal.durableAtOnce();
    SeededSession session = new SeededSession(seed, played);
    fixture = session.fixture;
    SeededMarket market =
        new SeededMarket(seed, SeededSession.INSTRUMENTS, EngineFixture.START, 5_000_000);
    NewOrder probe = by(ME, FakeReferenceData.ACME, Side.BUY, 100_000, "100000");
    int matched = 0;
    for (int i = 0; i < 60; i++) {
      session.play(market, 1);
      ContextImage image = seen(fixture, probe);
      List<Order> open = fixture.orders.openOrders();
      long reached =
          open.stream()
              .filter(order -> order.request().instrument().equals(FakeReferenceData.ACME.id()))
              .filter(order -> order.request().side() == Side.SELL)
              .mapToLong(order -> order.request().quantity() - order.cumQty())
              .sum();
      // A replace under way holds rights for more than the terms in force show.
      assertThat(image.number(ContextNumber.SELF_MATCH_QUANTITY))
          .as("batch %d of seed %d", i, seed)
          .isGreaterThanOrEqualTo(reached);
      matched += reached > 0 ? 1 : 0;
      long waiting =
          open.stream()
              .filter(
                  order ->
                      order.status() == OrdStatus.UNKNOWN
                          || order.status().name().startsWith("PENDING"))
              .count();
      assertThat(image.number(ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(waiting + 1);
      long pnl =
          fixture.orders.positions().stream()
              .filter(position -> position.key().account().equals("ACC1"))
              .mapToLong(Position::net)
              .sum();
      assertThat(image.number(ContextNumber.ACCOUNT_PNL)).isEqualTo(pnl);
    }
    assertThat(matched).isGreaterThan(5);
  }
}
