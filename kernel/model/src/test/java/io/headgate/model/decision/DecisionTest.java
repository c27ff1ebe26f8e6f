package io.headgate.model.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Originator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

  private static Verdict verdict(Severity severity, String reason) {
    return new Verdict(
        "max-order-qty", severity, reason, 12 * Fixed.ONE, 10 * Fixed.ONE, Unit.QTY, "a.csv:3");
  }

  private static Decision decision(List<Verdict> verdicts) {
    ClOrdId id = new ClOrdId("N1", 1, 1);
    CancelOrder intent = new CancelOrder(Originator.trader("ACC1", "ann"), "", id);
    return new Decision(id, 1, 0, intent, false, verdicts, "", "");
  }

  @Test
  void theReasonIsThatOfTheFirstBlock() {
    List<Verdict> verdicts =
        List.of(
            verdict(Severity.WARN, "W_ONE"),
            verdict(Severity.BLOCK, "B_ONE"),
            verdict(Severity.BLOCK, "B_TWO"));

    assertThat(decision(verdicts).reason()).isEqualTo("B_ONE");
    assertThat(decision(List.of(verdict(Severity.WARN, "W_ONE"))).reason()).isEmpty();
  }

  @Test
  void verdictsCannotBeChangedLater() {
    List<Verdict> verdicts = new ArrayList<>(List.of(verdict(Severity.BLOCK, "B_ONE")));
    Decision decision = decision(verdicts);

    verdicts.clear();

    assertThat(decision.verdicts()).hasSize(1);
  }

  @Test
  void aVerdictReadsAsASentence() {
    assertThat(verdict(Severity.BLOCK, "QTY_MAX").describe())
        .isEqualTo("BLOCK QTY_MAX by max-order-qty: measured 12, limit 10 qty (a.csv:3)");
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void everyUnitReadsWhatItWrites(Unit unit) {
    Random random = new Random(unit.ordinal());
    for (int i = 0; i < 500; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      assertThat(unit.parse(unit.format(value))).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "QTY_MAX, ORDER_EXCEEDS_LIMIT",
    "RIGHTS_EXHAUSTED, ORDER_EXCEEDS_LIMIT",
    "PRICE_COLLAR, PRICE_EXCEEDS_BAND",
    "DUPLICATE_ORDER, DUPLICATE_ORDER",
    "INSTRUMENT_UNKNOWN, UNKNOWN_SYMBOL",
    "ACCOUNT, UNKNOWN_ACCOUNT",
    "KILL_HALTED, OTHER",
    "'', OTHER"
  })
  void reasonCodesHaveAFixReason(String reason, OrdRejReason expected) {
    assertThat(OrdRejReason.of(reason)).isEqualTo(expected);
  }
}
