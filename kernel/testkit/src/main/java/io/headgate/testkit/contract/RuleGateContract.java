package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.rules.RuleSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@link RuleGate} and {@link RuleSet} promise. The set must hold at least a rule that blocks
 * an order whose quantity is above {@link LimitKind#MAX_ORDER_QTY}.
 */
public abstract class RuleGateContract {

  private static final String SOURCE = "limits/test.csv:7";

  private final ContextEditor editor = new ContextEditor();
  private @Nullable RuleGate gate;

  /** Makes a gate whose set serves already. */
  protected abstract RuleGate create() throws Exception;

  @BeforeEach
  void makeGate() throws Exception {
    gate = create();
  }

  private RuleSet rules() {
    RuleSet rules = gate == null ? null : gate.current();
    if (rules == null) {
      throw new AssertionError("no rule set serves");
    }
    return rules;
  }

  /** A calm order of 10 at 100, on a fresh market, that nothing should object to. */
  protected OrderContext calmOrder() {
    editor.begin();
    for (ContextNumber field : ContextNumber.values()) {
      editor.set(field, 0);
    }
    for (ContextText field : ContextText.values()) {
      editor.set(field, "-");
    }
    editor
        .set(ContextText.ACCOUNT, "ACC1")
        .set(ContextText.INSTRUMENT, "ACME.SIM")
        .set(ContextText.SYMBOL, "ACME")
        .set(ContextText.VENUE, "SIM")
        .set(ContextText.CURRENCY, "USD")
        .set(ContextText.ASSET_CLASS, "EQUITY")
        .set(ContextText.SIDE, "BUY")
        .set(ContextText.ORD_TYPE, "LIMIT")
        .set(ContextText.TIME_IN_FORCE, "DAY")
        .set(ContextText.REQUEST, "NEW")
        .set(ContextNumber.QUANTITY, 10 * Fixed.ONE)
        .set(ContextNumber.ADDED_QUANTITY, 10 * Fixed.ONE)
        .set(ContextNumber.LIMIT_PRICE, 100 * Fixed.ONE)
        .set(ContextNumber.WORST_PRICE, 100 * Fixed.ONE)
        .set(ContextNumber.NOTIONAL, 1_000 * Fixed.AMOUNT_ONE)
        .set(ContextNumber.TICK_SIZE, Fixed.parse("0.01"))
        .set(ContextNumber.LOT_SIZE, Fixed.ONE)
        .set(ContextNumber.MULTIPLIER, Fixed.ONE)
        .set(ContextNumber.BID_PRICE, Fixed.parse("99.99"))
        .set(ContextNumber.ASK_PRICE, Fixed.parse("100.01"))
        .set(ContextNumber.BID_SIZE, 100 * Fixed.ONE)
        .set(ContextNumber.ASK_SIZE, 100 * Fixed.ONE)
        .set(ContextNumber.REFERENCE_PRICE, 100 * Fixed.ONE)
        .set(ContextNumber.LAST_PRICE, 100 * Fixed.ONE)
        .set(ContextNumber.WORST_LONG_POSITION, 10 * Fixed.ONE)
        .set(ContextNumber.DUPLICATE_AGE_MILLIS, Long.MAX_VALUE)
        .set(ContextNumber.ORDERS_LAST_SECOND, 1)
        .set(ContextNumber.DECISION_MILLIS, 1_772_461_800_000L)
        .limits(
            ResolvedLimits.builder(Long.MAX_VALUE)
                .block(LimitKind.MAX_ORDER_QTY, 100 * Fixed.ONE, SOURCE)
                .build());
    return editor.context();
  }

  private OrderContext orderOf(long units) {
    calmOrder();
    editor
        .set(ContextNumber.QUANTITY, units * Fixed.ONE)
        .set(ContextNumber.ADDED_QUANTITY, units * Fixed.ONE);
    return editor.context();
  }

  @Test
  void theHashHasSixtyFourHexadecimalDigits() {
    assertThat(rules().hash()).matches("[0-9a-f]{64}").isEqualTo(rules().hash());
  }

  @Test
  void aCalmOrderPasses() {
    OrderContext context = calmOrder();

    rules().evaluate(context);

    assertThat(context.verdicts()).isEmpty();
    assertThat(context.isBlocked()).isFalse();
  }

  @Test
  void theLimitItselfPassesAndOneUnitMoreIsBlocked() {
    OrderContext atLimit = orderOf(100);
    rules().evaluate(atLimit);
    assertThat(atLimit.isBlocked()).isFalse();

    OrderContext above = orderOf(100);
    editor.set(ContextNumber.QUANTITY, 100 * Fixed.ONE + 1);
    rules().evaluate(above);
    assertThat(above.isBlocked()).isTrue();
  }

  @Test
  void aBlockNamesRuleReasonMeasuredValueLimitUnitAndSource() {
    OrderContext context = orderOf(101);

    rules().evaluate(context);

    List<Verdict> blocks =
        context.verdicts().stream().filter(v -> v.severity() == Severity.BLOCK).toList();
    assertThat(blocks)
        .anySatisfy(
            verdict -> {
              assertThat(verdict.measured()).isEqualTo(101 * Fixed.ONE);
              assertThat(verdict.limit()).isEqualTo(100 * Fixed.ONE);
              assertThat(verdict.unit()).isEqualTo(LimitKind.MAX_ORDER_QTY.unit());
              assertThat(verdict.source()).isEqualTo(SOURCE);
            });
    assertThat(blocks)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.rule()).isNotBlank();
              assertThat(verdict.reason()).matches("[A-Z]+(_[A-Z]+)+");
            });
  }

  @Test
  void oneOrderLeavesNothingBehindForTheNext() {
    rules().evaluate(orderOf(101));

    OrderContext next = calmOrder();
    rules().evaluate(next);

    assertThat(next.isBlocked()).isFalse();
  }

  @Test
  void rulesReadAndDoNotWrite() {
    OrderContext context = orderOf(101);
    ContextImage before = context.image();

    rules().evaluate(context);

    assertThat(context.image()).isEqualTo(before);
  }

  @Test
  void theSameOrderGetsTheSameVerdictsAlsoFromItsRecord() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      OrderContext context = calmOrder();
      for (ContextNumber field : ContextNumber.values()) {
        if (random.nextInt(3) == 0) {
          editor.set(field, (random.nextInt(5_000) - 1_000) * Fixed.ONE / 10);
        }
      }
      editor.set(ContextText.SIDE, random.nextBoolean() ? "BUY" : "SELL");
      ContextImage image = context.image();
      rules().evaluate(context);
      List<Verdict> first = context.verdicts();

      OrderContext again = new ContextEditor().restore(image);
      rules().evaluate(again);

      assertThat(again.verdicts()).as("order %d", i).isEqualTo(first);
    }
  }
}
