package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the path itself denies, before any rule is asked. */
class PathDenialsTest extends RiskFactsStage {

  @BeforeEach
  void limit() {
    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.MAX_DENIALS, 3, "limits/firm.csv:7")
            .build());
  }

  private static List<String> reasons(Decision decision) {
    return decision.verdicts().stream().map(Verdict::reason).toList();
  }

  private void halts(OrderIntent intent, String reason) {
    for (int i = 0; i < 4; i++) {
      assertThat(reasons(fixture.submit(intent))).containsExactly(reason);
    }
    Decision fifth = fixture.submit(intent);
    assertThat(fifth.reason()).isEqualTo(reason);
    assertThat(reasons(fifth)).containsExactly(reason, "HALT_STRATEGY_DENIALS");
    assertThat(fifth.verdicts().get(1).source()).isEqualTo("limits/firm.csv:7");
    assertThat(fixture.control.restrictions())
        .singleElement()
        .satisfies(
            restriction -> {
              assertThat(restriction.scope())
                  .isEqualTo(new ControlScope(ControlScope.Kind.STRATEGY, "robot"));
              assertThat(restriction.why())
                  .contains("measured 4, limit 3 count (limits/firm.csv:7)");
            });
    assertThat(fixture.submit(robot(Side.BUY, 1, "90")).reason()).isEqualTo("KILL_HALTED");
    assertThat(restarted().submit(robot(Side.BUY, 1, "90")).reason()).isEqualTo("KILL_HALTED");
    assertThat(fixture.submit(buy(1, "90")).accepted()).as("a person may").isTrue();
  }

  @Test
  void aStrategyWhosePricesAreNoTicksIsHalted() {
    halts(robot(Side.BUY, 1, "90.001"), "PRICE_TICK");
  }

  @Test
  void aStrategyThatAsksForWhatNobodyKnowsIsHalted() {
    InstrumentId unknown = InstrumentId.parse("GHOST.SIM");
    halts(
        NewOrder.limit(ROBOT, unknown, Side.BUY, Fixed.ONE, 90 * Fixed.ONE, TimeInForce.GTC),
        "INSTRUMENT_UNKNOWN");
  }

  @Test
  void aStrategyThatReplacesAnOrderThatNobodyKnowsIsHalted() {
    ClOrdId unknown = new ClOrdId("N1", 1, 999_999);
    halts(new ReplaceOrder(ROBOT, "", unknown, Fixed.ONE, 90 * Fixed.ONE), "ORDER_UNKNOWN");
  }

  @Test
  void aPersonIsNotHaltedAndNorIsWhatIsDeniedForAHalt() {
    for (int i = 0; i < 10; i++) {
      assertThat(reasons(fixture.submit(buy(1, "90.001")))).containsExactly("PRICE_TICK");
    }
    fixture.control.kill(ControlScope.NODE, "ann", "test").toCompletableFuture().join();
    for (int i = 0; i < 10; i++) {
      assertThat(reasons(fixture.submit(robot(Side.BUY, 1, "90")))).containsExactly("KILL_HALTED");
    }
    assertThat(fixture.control.restrictions())
        .singleElement()
        .satisfies(restriction -> assertThat(restriction.scope()).isEqualTo(ControlScope.NODE));
  }

  @Test
  void aRateThatNobodyQuotesAnyMoreDenies() {
    NewOrder order =
        NewOrder.limit(
            ME,
            FakeReferenceData.RHEIN.id(),
            Side.BUY,
            Fixed.ONE,
            100 * Fixed.ONE,
            TimeInForce.GTC);
    fixture.quote(FakeReferenceData.RHEIN, "99.99", "100.01");
    assertThat(fixture.submit(order).accepted()).as("the file's rate").isTrue();
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    fixture.pass(599_000);
    fixture.quote(FakeReferenceData.RHEIN, "99.99", "100.01");
    assertThat(fixture.submit(order).accepted()).isTrue();
    fixture.pass(2_000);
    fixture.quote(FakeReferenceData.RHEIN, "99.99", "100.01");
    Verdict old = fixture.submit(order).verdicts().get(0);
    assertThat(old.reason()).isEqualTo("FX_MISSING");
    assertThat(old.describe()).contains("limit 600000 millis");
    assertThat(fixture.submit(buy(1, "90")).reason())
        .as("ACME is in USD, but old")
        .isEqualTo("MARKET_STALE");
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    assertThat(fixture.submit(order).accepted()).as("quoted again").isTrue();
  }
}
