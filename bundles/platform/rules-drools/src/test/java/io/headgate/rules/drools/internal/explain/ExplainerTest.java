package io.headgate.rules.drools.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.explain.Finding;
import io.headgate.spi.explain.Finding.Outcome;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static ContextImage order() {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, 7 * Fixed.ONE)
        .set(ContextNumber.LOT_SIZE, 2 * Fixed.ONE)
        .set(ContextText.ACCOUNT, "A1")
        .set(ContextText.SIDE, "BUY")
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, 5 * Fixed.ONE, "limits/firm.csv:4")
                .warn(LimitKind.MAX_ORDER_QTY, 3 * Fixed.ONE, "limits/desk.csv:9")
                .build())
        .context()
        .image();
  }

  private static Finding finding(String condition) throws Exception {
    List<Finding> findings = Explainer.findings(Rules.of(List.of(condition)), order());
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void aRuleThatAppliedTellsItsDistanceAndWhereTheLimitStands() throws Exception {
    assertThat(finding("quantity > maxOrderQty"))
        .isEqualTo(
            new Finding(
                "c0",
                "test",
                "policies/test/test.drl:1",
                Outcome.APPLIED,
                "BLOCK TEST_HIT",
                "",
                "7",
                "5",
                "qty",
                "2",
                "limits/firm.csv:4"));
  }

  @Test
  void aSilentRuleTellsTheFirstConditionThatFailed() throws Exception {
    Finding found = finding("buy, account == \"A1\", quantity <= maxOrderQty, quantity > 9");
    assertThat(found.outcome()).isEqualTo(Outcome.DID_NOT_APPLY);
    assertThat(found.says()).isEmpty();
    assertThat(found.condition()).isEqualTo("quantity <= maxOrderQty");
    assertThat(found.measured()).isEqualTo("7");
    assertThat(found.limit()).isEqualTo("5");
    assertThat(found.distance()).isEqualTo("2");
    assertThat(found.limitSource()).isEqualTo("limits/firm.csv:4");
  }

  @Test
  void aWarningTellsItsOwnRow() throws Exception {
    Finding found = finding("quantity <= warnMaxOrderQty");
    assertThat(List.of(found.measured(), found.limit(), found.distance(), found.limitSource()))
        .containsExactly("7", "3", "4", "limits/desk.csv:9");
  }

  @Test
  void aDistanceBelowTheLimitIsNegative() throws Exception {
    Finding found = finding("quantity > 9");
    assertThat(found.condition()).isEqualTo("quantity > 9");
    assertThat(found.distance()).isEqualTo("-2");
  }

  @Test
  void aLimitThatNobodySetIsNone() throws Exception {
    Finding found = finding("notional > maxOrderNotional");
    assertThat(found.limit()).isEqualTo("none");
    assertThat(found.distance()).isEmpty();
  }

  @Test
  void aBoundOnTheLeftIsStillTheBound() throws Exception {
    Finding limit = finding("maxOrderQty > quantity");
    assertThat(limit.condition()).isEqualTo("maxOrderQty > quantity");
    assertThat(List.of(limit.measured(), limit.limit(), limit.distance(), limit.limitSource()))
        .containsExactly("7", "5", "2", "limits/firm.csv:4");
    Finding number = finding("9 < quantity");
    assertThat(List.of(number.measured(), number.limit(), number.distance()))
        .containsExactly("7", "9", "-2");
    Finding twice = finding("maxOrderQty * 2 < quantity");
    assertThat(List.of(twice.measured(), twice.limit())).containsExactly("7", "10");
    Finding none = finding("maxOrderNotional < notional");
    assertThat(List.of(none.measured(), none.limit(), none.distance()))
        .containsExactly("0", "none", "");
  }

  @Test
  void textsAndFlagsTellWhatWasFound() throws Exception {
    Finding text = finding("account == \"DESK\"");
    assertThat(text.condition()).isEqualTo("account == \"DESK\"");
    assertThat(List.of(text.measured(), text.limit())).containsExactly("A1", "DESK");
    Finding flag = finding("!buy");
    assertThat(flag.condition()).isEqualTo("!buy");
    assertThat(List.of(flag.measured(), flag.limit())).containsExactly("true", "false");
  }

  @Test
  void everyFormIsSaidInTheWordsOfTheFile() throws Exception {
    List.of(
            "Ops.multipleOf(quantity, lotSize)",
            "Ops.limited(priceCollar)",
            "Ops.eq(quantity, lotSize)",
            "Ops.abs(position) > 1",
            "(quantity * 2) > 100",
            "(quantity + lotSize) > 100",
            "(account == \"X\" || quantity > 100)")
        .forEach(
            condition -> {
              try {
                assertThat(finding(condition).condition()).isEqualTo(condition);
              } catch (Exception e) {
                throw new AssertionError(condition, e);
              }
            });
  }

  @Test
  void aRuleThatCannotDecideSaysSo() throws Exception {
    Finding found = finding("maxLongPosition * 2 > quantity");
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(found.condition()).contains("overflow");
  }

  @Test
  void anExplanationAgreesWithTheInterpreterOnWhatApplied() throws Exception {
    List<Finding> findings =
        Explainer.findings(
            Rules.of(List.of("quantity > 1", "quantity > 100", "", "!buy || quantity > 6")),
            order());
    assertThat(findings)
        .extracting(Finding::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.DID_NOT_APPLY, Outcome.APPLIED, Outcome.APPLIED);
  }
}
