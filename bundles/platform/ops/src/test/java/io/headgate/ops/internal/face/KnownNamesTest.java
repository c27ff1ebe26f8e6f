package io.headgate.ops.internal.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {

  private static final StrategyControl STRATEGIES =
      new StrategyControl() {
        @Override
        public List<StrategyStatus> list() {
          return List.of(
              new StrategyStatus(
                  "momentum-fx", "ACC1", StrategyStatus.State.STOPPED, "", 0, 0, 0, 0, 0));
        }

        @Override
        public void start(String name) {
          throw new UnsupportedOperationException(name);
        }

        @Override
        public void stop(String name) {
          throw new UnsupportedOperationException(name);
        }
      };

  private static LimitRow row(String who, String what) {
    return new LimitRow(
        who,
        what,
        LimitKind.MAX_ORDER_QTY,
        Fixed.ONE,
        Severity.BLOCK,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "risk",
        "house rule 1",
        "limits/firm.csv:7");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      value = {
        "firm, *",
        "account=ACC1, instrument=EURUSD.SIM",
        "account=ACC3, symbol=EURUSD",
        "strategy=momentum-fx, sector=TECH",
        "strategy=-, sector=-",
        "trader=nobody-yet, *"
      })
  void whatTheNodeKnowsIsNotShown(String who, String what) {
    assertThat(KnownNames.of(new FakeReferenceData(), STRATEGIES).unknownIn(row(who, what)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account=ACCC1 | * | account=ACCC1 (nearest: ACC1)",
        "account=acc1 | * | account=acc1 (nearest: ACC1)",
        "account=OTHER-DESK | * | account=OTHER-DESK",
        "firm | instrument=EURUSD.SIN | instrument=EURUSD.SIN (nearest: EURUSD.SIM)",
        "firm | symbol=EURUDS | symbol=EURUDS (nearest: EURUSD)",
        "firm | sector=TECHS | sector=TECHS (nearest: TECH)",
        "strategy=momentum-fc | sector=X | strategy=momentum-fc (nearest: momentum-fx), sector=X"
      })
  void aNameThatTheNodeDoesNotKnowIsShownWithTheNearest(String who, String what, String told) {
    assertThat(KnownNames.of(new FakeReferenceData(), STRATEGIES).unknownIn(row(who, what)))
        .isEqualTo(told);
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    assertThat(KnownNames.of(null, null).unknownIn(row("account=X", "sector=Y"))).isEmpty();
  }

  @Test
  void aLongListOfStrangersIsShownWithoutTheNearestOfEach() {
    KnownNames known = KnownNames.of(new FakeReferenceData(), STRATEGIES);
    for (int i = 0; i < 1_000; i++) {
      known.unknownIn(row("account=STRANGER-" + i, "*"));
    }
    assertThat(known.unknownIn(row("account=ACCC1", "*"))).isEqualTo("account=ACCC1");
  }
}
