package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Unit;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.venue.Reaction;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules see of a replace: how far it reaches, and who asks for it. */
class ReplaceFactsTest extends RiskFactsStage {

  private static final Originator SENIOR = Originator.trader("ACC1", "senior");
  private static final Originator JUNIOR = Originator.trader("ACC1", "junior");

  @BeforeEach
  void theVenueOnlyAcknowledges() {
    venue.reacting(Reaction.ACKNOWLEDGE);
  }

  private static ReplaceOrder replace(Originator by, ClOrdId id, long quantity, String price) {
    return new ReplaceOrder(by, "", id, quantity * Fixed.ONE, Fixed.parse(price));
  }

  private void reads(ReplaceOrder replace, long match, long book, long opening) {
    ContextImage image = seen(fixture, replace);
    assertThat(image.number(ContextNumber.SELF_MATCH_QUANTITY)).isEqualTo(match * Fixed.ONE);
    assertThat(image.number(ContextNumber.BOOK_PERCENT)).isEqualTo(book * Fixed.ONE);
    assertThat(image.number(ContextNumber.OPENING_QUANTITY)).isEqualTo(opening * Fixed.ONE);
  }

  @Test
  void oneThatReachesFurtherIsMeasuredWithAllThatItCanStillFill() {
    fixture.submit(sell(100, "101"));
    ClOrdId order = fixture.submit(buy(100, "99")).clOrdId();

    reads(replace(ME, order, 100, "101"), 100, 10, 100);
    reads(replace(ME, order, 110, "101"), 100, 11, 110);
    reads(replace(ME, order, 50, "101"), 50, 5, 50);
    venue.fill(order, 40 * Fixed.ONE, 0);
    reads(replace(ME, order, 100, "101"), 60, 6, 60);
    // Neither further nor more: nothing that it could not do before.
    reads(replace(ME, order, 100, "99"), 0, 0, 0);
    reads(replace(ME, order, 100, "98"), 0, 0, 0);
    reads(replace(ME, order, 60, "99"), 0, 0, 0);
    reads(replace(ME, order, 120, "99"), 0, 2, 20);
  }

  @Test
  void theOtherAccountsOfTheFirmAreReachedInTheSameWayAndSellsAsBuysAre() {
    Originator tom = Originator.trader("ACC2", "tom");
    fixture.submit(by(tom, FakeReferenceData.ACME, Side.BUY, 70, "99"));
    ClOrdId order = fixture.submit(sell(100, "101")).clOrdId();

    ContextImage lower = seen(fixture, replace(ME, order, 100, "99"));
    assertThat(lower.number(ContextNumber.CROSS_MATCH_QUANTITY)).isEqualTo(70 * Fixed.ONE);
    ContextImage higher = seen(fixture, replace(ME, order, 100, "102"));
    assertThat(higher.number(ContextNumber.CROSS_MATCH_QUANTITY)).isZero();
    ContextImage toMarket = seen(fixture, new ReplaceOrder(ME, "", order, 100 * Fixed.ONE, 0));
    assertThat(toMarket.number(ContextNumber.CROSS_MATCH_QUANTITY)).isEqualTo(70 * Fixed.ONE);
  }

  @Test
  void oneThatOnlyClosesOpensNothingHoweverFarItReaches() {
    venue.reacting(Reaction.FILL);
    fixture.submit(buy(100, "101"));
    venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId order = fixture.submit(sell(100, "105")).clOrdId();

    reads(replace(ME, order, 100, "104"), 0, 10, 0);
    reads(replace(ME, order, 130, "104"), 0, 13, 30);
    // Another closes 60 of it already.
    fixture.submit(sell(60, "106"));
    reads(replace(ME, order, 100, "104"), 0, 10, 60);
  }

  @Test
  void aNodeSellsWhatItHoldsItselfNotWhatOthersHold() {
    venue.reacting(Reaction.FILL);
    fixture.submit(buy(100, "101"));
    venue.reacting(Reaction.ACKNOWLEDGE);
    fixture.submit(sell(80, "105"));
    fixture.othersPosition = 1_000 * Fixed.ONE;

    ContextImage more = seen(fixture, sell(30, "105"));
    assertThat(more.number(ContextNumber.WORST_SHORT_POSITION)).isEqualTo(-990 * Fixed.ONE);
    assertThat(more.number(ContextNumber.OWN_SHORT_POSITION)).isEqualTo(10 * Fixed.ONE);
    assertThat(number(buy(30, "99"), ContextNumber.OWN_SHORT_POSITION)).isZero();
  }

  /** {@code max-order-qty} of each trader. */
  private void limitTraders(Map<String, Long> most) {
    fixture.limits.set(
        subject -> {
          String trader = subject.originator().trader();
          Long quantity = most.get(trader);
          return quantity == null
              ? ResolvedLimits.none()
              : ResolvedLimits.builder(Long.MAX_VALUE)
                  .block(LimitKind.MAX_ORDER_QTY, quantity * Fixed.ONE, "limits/a.csv:" + trader)
                  .build();
        });
    fixture.rules.set(
        context -> {
          if (context.getQuantity() > context.getMaxOrderQty()) {
            context.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, context.getQuantity());
          }
        });
  }

  private Decision replaced(Originator by, ClOrdId id, long quantity) {
    return fixture.submit(replace(by, id, quantity, "90"));
  }

  @Test
  void itIsHeldAgainstTheLimitsOfWhoAsksAndOfWhoseOrderItIs() {
    ClOrdId order =
        fixture.submit(by(SENIOR, FakeReferenceData.ACME, Side.BUY, 50, "90")).clOrdId();
    ContextImage image = seen(fixture, replace(JUNIOR, order, 60, "90"));
    assertThat(image.text(ContextText.TRADER)).isEqualTo("junior");
    assertThat(image.number(ContextNumber.TRADER_MESSAGE_RATE)).isEqualTo(1);
    assertThat(
            seen(fixture, replace(SENIOR, order, 60, "90"))
                .number(ContextNumber.TRADER_MESSAGE_RATE))
        .isEqualTo(2);

    limitTraders(Map.of("junior", 100L));
    assertThat(replaced(JUNIOR, order, 10_000).verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.source()).isEqualTo("limits/a.csv:junior"));
    limitTraders(Map.of("junior", 100L, "senior", 60L));
    assertThat(replaced(JUNIOR, order, 80).verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.source()).isEqualTo("limits/a.csv:senior"));
    limitTraders(Map.of("junior", 100L));
    assertThat(replaced(SENIOR, order, 200).accepted()).isTrue();
    assertThat(replaced(JUNIOR, order, 100).accepted()).isTrue();
    assertThat(fixture.order(order).request().originator()).as("it stays whose").isEqualTo(SENIOR);
    fixture.limits.set(
        subject -> subject.originator().equals(JUNIOR) ? null : ResolvedLimits.none());
    assertThat(replaced(JUNIOR, order, 90).reason()).isEqualTo("LIMITS_UNAVAILABLE");
  }

  @Test
  void whoIsHaltedMayNotReplaceTheOrderOfAnother() {
    ClOrdId order = fixture.submit(buy(50, "90")).clOrdId();
    ControlScope robot = new ControlScope(ControlScope.Kind.STRATEGY, "robot");
    fixture.control.kill(robot, "ann", "test").toCompletableFuture().join();

    assertThat(replaced(ROBOT, order, 60).reason()).isEqualTo("KILL_HALTED");
    assertThat(replaced(ME, order, 60).accepted()).isTrue();
  }

  @Test
  void oneByWhichMoreCanTradeIsARepeatOfItsStrategyAndAnotherIsNone() {
    ClOrdId order = fixture.submit(robot(Side.BUY, 10, "90")).clOrdId();
    fixture.rules.set(
        context -> {
          if (context.getRepeatedExecutions() > 3) {
            context.block("HALT_STRATEGY_REPEATED", context.getRepeatedExecutions(), 3, Unit.COUNT);
          }
        });
    assertThat(fixture.submit(replace(ROBOT, order, 11, "90")).accepted()).isTrue();
    assertThat(fixture.submit(replace(ROBOT, order, 11, "91")).accepted()).isTrue();
    for (int i = 1; i < 10; i++) {
      assertThat(fixture.submit(replace(ROBOT, order, 11 - i, "90")).accepted())
          .as("less, at 3 of 3")
          .isTrue();
    }
    assertThat(
            seen(restarted(), robot(Side.BUY, 1, "90")).number(ContextNumber.REPEATED_EXECUTIONS))
        .as("after a restart")
        .isEqualTo(4);
    fixture.rules.set(
        context -> {
          if (context.getRepeatedExecutions() > 3) {
            context.block("HALT_STRATEGY_REPEATED", context.getRepeatedExecutions(), 3, Unit.COUNT);
          }
        });
    assertThat(fixture.submit(replace(ROBOT, order, 2, "91")).reason())
        .isEqualTo("HALT_STRATEGY_REPEATED");
    assertThat(fixture.submit(robot(Side.BUY, 1, "90")).reason()).isEqualTo("KILL_HALTED");
  }
}
