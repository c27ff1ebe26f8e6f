package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Unit;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import org.junit.jupiter.api.Test;

/** What rules see of messages, of what is in flight, of repeats and denials. */
class PaceFactsTest extends RiskFactsStage {

  @Test
  void whatNoVenueHasAnsweredIsInFlight() {
    venue.reacting(Reaction.SILENT);
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(1);
    ClOrdId first = fixture.submit(buy(10, "99")).clOrdId();
    fixture.submit(buy(11, "99"));
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(3);
    venue.accept(first);
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(2);
    fixture.submit(new CancelOrder(ME, "", first));
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).as("a cancel").isEqualTo(3);
    venue.cancel(first);
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(2);
    assertThat(
            number(
                by(Originator.trader("ACC2", "tom"), FakeReferenceData.ACME, Side.BUY, 1, "99"),
                ContextNumber.IN_FLIGHT_ORDERS))
        .as("another account")
        .isEqualTo(1);
    EngineFixture again = new EngineFixture(journal.crashed(), new UnlimitedRights(), venue);
    again.engine.start();
    assertThat(again.engine.<Integer>ask(state -> state.openInterest().inFlight("ACC1")))
        .as("in doubt after a restart")
        .isEqualTo(1);
  }

  @Test
  void messagesCountForTraderInstrumentAndFirm() {
    fixture.submit(buy(1, "90"));
    fixture.submit(by(Originator.trader("ACC2", "tom"), FakeReferenceData.BOLT, Side.BUY, 1, "40"));
    fixture.submit(robot(Side.BUY, 2, "90"));

    ContextImage image = seen(fixture, buy(3, "90"));
    assertThat(image.number(ContextNumber.FIRM_MESSAGE_RATE)).isEqualTo(4);
    assertThat(image.number(ContextNumber.TRADER_MESSAGE_RATE)).isEqualTo(3);
    assertThat(image.number(ContextNumber.INSTRUMENT_MESSAGE_RATE)).isEqualTo(3);
    fixture.pass(1_100);
    assertThat(number(buy(3, "90"), ContextNumber.FIRM_MESSAGE_RATE)).isEqualTo(1);
  }

  @Test
  void messagesForEachTradeOfTheDay() {
    venue.reacting(Reaction.ACKNOWLEDGE);
    for (int i = 1; i <= 4; i++) {
      fixture.submit(buy(i, "90"));
    }
    assertThat(number(buy(9, "90"), ContextNumber.MESSAGES_TODAY)).isEqualTo(5);
    assertThat(number(buy(9, "90"), ContextNumber.ORDER_TO_TRADE)).isEqualTo(5);
    venue.reacting(Reaction.FILL);
    fixture.submit(buy(5, "101"));
    fixture.submit(buy(6, "101"));
    assertThat(number(buy(9, "90"), ContextNumber.ORDER_TO_TRADE)).as("7 by 2").isEqualTo(4);
    assertThat(seen(restarted(), buy(9, "90")).number(ContextNumber.ORDER_TO_TRADE)).isEqualTo(4);

    assertThat(shown(buy(1, "100"), ContextNumber.DAY_ORDER_VALUE)).isEqualTo("2111");
    fixture.pass(DAY_MILLIS);
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
    assertThat(number(buy(9, "90"), ContextNumber.MESSAGES_TODAY)).as("a new day").isEqualTo(1);
    assertThat(shown(buy(1, "100"), ContextNumber.DAY_ORDER_VALUE)).isEqualTo("100");
  }

  @Test
  void aStrategyThatRepeatsItselfIsHaltedUntilPeopleLetItGoOn() {
    fixture.rules.set(
        context -> {
          if (context.getRepeatedExecutions() > 3) {
            context.block("HALT_STRATEGY_REPEATED", context.getRepeatedExecutions(), 3, Unit.COUNT);
          }
        });
    venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId open = fixture.submit(robot(Side.BUY, 1, "90")).clOrdId();
    assertThat(fixture.submit(robot(Side.SELL, 1, "110")).accepted()).isTrue();
    assertThat(fixture.submit(robot(Side.BUY, 2, "90")).accepted()).isTrue();
    assertThat(fixture.submit(robot(Side.BUY, 3, "90")).accepted()).isTrue();

    Decision fourth = fixture.submit(robot(Side.BUY, 4, "90"));
    assertThat(fourth.reason()).isEqualTo("HALT_STRATEGY_REPEATED");
    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.submit(robot(Side.SELL, 5, "110")).reason()).isEqualTo("KILL_HALTED");
    assertThat(fixture.submit(buy(1, "90")).accepted()).as("a person may").isTrue();
    fixture.pass(120_000);
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
    assertThat(fixture.submit(robot(Side.BUY, 6, "90")).reason())
        .as("time alone does not help")
        .isEqualTo("KILL_HALTED");

    ControlScope scope = new ControlScope(ControlScope.Kind.STRATEGY, "robot");
    assertThat(restarted().submit(robot(Side.BUY, 6, "90")).reason())
        .as("nor does a restart")
        .isEqualTo("KILL_HALTED");
    assertThat(fixture.control.restrictions().get(0).why()).contains("measured 4, limit 3");
    fixture.control.rearm(scope, "ann", "the cause is found").toCompletableFuture().join();
    assertThat(fixture.submit(robot(Side.BUY, 7, "90")).accepted()).isTrue();
    assertThat(number(robot(Side.BUY, 8, "90"), ContextNumber.REPEATED_EXECUTIONS))
        .as("counted from the re-arm on")
        .isEqualTo(2);
  }

  @Test
  void aReArmBeginsTheCountAnewEvenWithinTheMinute() {
    fixture.submit(robot(Side.BUY, 1, "90"));
    fixture.submit(robot(Side.BUY, 2, "90"));
    seen(fixture, robot(Side.BUY, 3, "90"));
    assertThat(number(robot(Side.BUY, 4, "90"), ContextNumber.DENIALS_LAST_MINUTE)).isEqualTo(1);
    ControlScope scope = new ControlScope(ControlScope.Kind.STRATEGY, "robot");
    fixture.control.kill(scope, "ann", "test").toCompletableFuture().join();
    fixture.control.rearm(scope, "ann", "ok").toCompletableFuture().join();

    ContextImage image = seen(fixture, robot(Side.BUY, 5, "90"));
    assertThat(image.number(ContextNumber.REPEATED_EXECUTIONS)).isEqualTo(1);
    assertThat(image.number(ContextNumber.DENIALS_LAST_MINUTE)).isZero();
    assertThat(
            seen(restarted(), robot(Side.BUY, 5, "90")).number(ContextNumber.REPEATED_EXECUTIONS))
        .isEqualTo(1);
    assertThat(number(buy(1, "90"), ContextNumber.REPEATED_EXECUTIONS)).as("a person").isZero();
  }

  @Test
  void denialsOfAStrategyThatWasNeverLetOutCountAlsoAfterARestart() {
    for (int i = 1; i <= 3; i++) {
      assertThat(number(robot(Side.BUY, i, "90"), ContextNumber.DENIALS_LAST_MINUTE))
          .isEqualTo(i - 1);
    }
    assertThat(
            seen(restarted(), robot(Side.BUY, 5, "90")).number(ContextNumber.DENIALS_LAST_MINUTE))
        .isEqualTo(3);
    assertThat(number(buy(1, "90"), ContextNumber.DENIALS_LAST_MINUTE)).as("a person").isZero();
  }

  @Test
  void aVerdictMayHaltTheAccount() {
    fixture.rules.set(context -> context.block("HALT_ACCOUNT_LOSS", 1, 0, Unit.COUNT));
    fixture.submit(buy(1, "90"));
    fixture.rules.set(context -> context.warn("HALT_ACCOUNT_LOSS", 1, 0, Unit.COUNT));
    assertThat(fixture.submit(buy(1, "90")).reason()).isEqualTo("KILL_HALTED");
    assertThat(
            fixture
                .submit(
                    by(Originator.trader("ACC2", "tom"), FakeReferenceData.ACME, Side.BUY, 1, "90"))
                .accepted())
        .as("another account, and a warning halts nobody")
        .isTrue();
  }
}
