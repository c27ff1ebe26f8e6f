package io.headgate.rules.drools.internal.gear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {

  private static OrderContext order() {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, 7 * Fixed.ONE)
        .set(ContextText.ACCOUNT, "A1")
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, 5 * Fixed.ONE, "limits/firm.csv:4")
                .warn(LimitKind.MAX_ORDER_QTY, 4 * Fixed.ONE)
                .build())
        .context();
  }

  @Test
  void theDeepestConditionsThatMayBeWrittenCompile() throws Exception {
    OrderContext order = order();
    String sum = "quantity" + " + quantity".repeat(7) + " > 1";
    StringBuilder parentheses = new StringBuilder("(".repeat(7) + "quantity > 1");
    for (int level = 0; level < 7; level++) {
      parentheses.append(level % 2 == 0 ? " && " : " || ").append("quantity > 0)");
    }
    List<PlacedRule> rules = Rules.of(List.of(sum, parentheses + " && quantity > 2"));
    assertThat(rules).extracting(rule -> rule.tree().levels()).containsExactly(8, 8);
    Rules.compiled(rules).rules().evaluate(order);
    assertThat(order.verdicts()).extracting(Verdict::rule).containsExactly("c0", "c1");
  }

  @Test
  void verdictsComeInTheOrderOfTheSetWithEverythingInThem() throws Exception {
    List<PlacedRule> rules =
        Rules.parsed(
            """
            rule "late" when $o : OrderContext(quantity > 6) then
              $o.warn("QTY_ODD", $o.getQuantity(), 6, Unit.QTY);
              $o.warn("QTY_WARN", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
            end
            rule "silent" when $o : OrderContext(quantity > 8) then
              $o.block("QTY_ODD", $o.getQuantity(), 6, Unit.QTY);
            end
            rule "early" when $o : OrderContext(quantity > maxOrderQty) then
              $o.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
            end
            """);
    OrderContext order = order();
    Rules.compiled(rules).rules().evaluate(order);

    long seven = 7 * Fixed.ONE;
    assertThat(order.isBlocked()).isTrue();
    assertThat(order.verdicts())
        .containsExactly(
            new Verdict("late", Severity.WARN, "QTY_ODD", seven, 6 * Fixed.ONE, Unit.QTY, ""),
            new Verdict(
                "late",
                Severity.WARN,
                "QTY_WARN",
                seven,
                4 * Fixed.ONE,
                Unit.QTY,
                "limits/firm.csv:4"),
            new Verdict(
                "early",
                Severity.BLOCK,
                "QTY_MAX",
                seven,
                5 * Fixed.ONE,
                Unit.QTY,
                "limits/firm.csv:4"));
  }

  @Test
  void equalLongsAreComparedExactly() throws Exception {
    CompiledRules rules =
        Rules.compiled(Rules.of(List.of("Ops.eq(quantity, lotSize)", "Ops.ne(quantity, lotSize)")))
            .rules();
    OrderContext order =
        new ContextEditor()
            .begin()
            .set(ContextNumber.QUANTITY, (1L << 53) + 1)
            .set(ContextNumber.LOT_SIZE, 1L << 53)
            .context();
    rules.evaluate(order);
    assertThat(order.verdicts()).extracting(Verdict::rule).containsExactly("c1");
  }

  @Test
  void aNumberThatOutgrowsItsRangeFailsNamingTheRule() throws Exception {
    List<PlacedRule> rules = Rules.of(List.of("quantity > 100", "quantity * 4 > maxOrderQty"));
    OrderContext order =
        new ContextEditor().begin().set(ContextNumber.QUANTITY, Long.MAX_VALUE / 2).context();
    for (RuleCompiler compiler : List.of(new RuleCompiler(true), new RuleCompiler(false))) {
      CompiledRules compiled = compiler.compile(Rules.HASH, rules).rules();
      assertThatThrownBy(() -> compiled.evaluate(order))
          .isInstanceOf(RuleFailedException.class)
          .hasMessage("rule 'c1' (policies/test/test.drl:2): long overflow");
      OrderContext next = order();
      compiled.evaluate(next);
      assertThat(next.isBlocked()).isTrue();
    }
  }

  @Test
  void passingOrdersAllocateNothing() throws Exception {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      conditions.add("account == \"ACC" + i + "\", quantity > " + i);
    }
    conditions.addAll(
        List.of(
            "quantity > maxOrderQty",
            "quantity * 2 > 1000, account in (\"A1\", \"B\")",
            "Ops.eq(position, 5) || !buy",
            "Ops.abs(position) + addedQuantity > 900",
            "!Ops.multipleOf(quantity, lotSize)",
            "Ops.limited(priceCollar), priceDeviationBps > priceCollar",
            "trader == strategy, replace"));
    CompiledRules rules = Rules.compiled(Rules.of(conditions)).rules();
    ContextEditor editor = new ContextEditor();
    OrderContext order =
        editor
            .begin()
            .set(ContextNumber.QUANTITY, 3 * Fixed.ONE)
            .set(ContextNumber.LOT_SIZE, Fixed.ONE)
            .set(ContextText.ACCOUNT, "ACC17")
            .set(ContextText.SIDE, "BUY")
            .context();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // What is measured is the code of the set, not class loading on its first run.
    run(rules, editor, 100);
    assertThat(order.verdictCount()).isZero();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      run(rules, editor, 10_000);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(10_000);
  }

  private static void run(CompiledRules rules, ContextEditor editor, int times) {
    for (int i = 0; i < times; i++) {
      rules.evaluate(editor.begin().context());
    }
  }

  @Test
  void textsFromFilesStayTextsInWhatDroolsSees() throws Exception {
    List<PlacedRule> rules =
        Rules.of(List.of("account == 'a, true) then System.exit(1); end //'", "account == '/*'"));
    OrderContext order =
        new ContextEditor()
            .begin()
            .set(ContextText.ACCOUNT, "a, true) then System.exit(1); end //")
            .context();
    Rules.compiled(rules).rules().evaluate(order);
    assertThat(order.verdicts()).extracting(Verdict::rule).containsExactly("c0");
  }

  @Test
  void whatDoesNotCompileIsSaid() {
    RuleCompiler broken = new RuleCompiler(rule -> true, source -> source + "}");
    CompileException said =
        catchThrowableOfType(
            CompileException.class,
            () -> broken.compile(Rules.HASH, Rules.of(List.of("quantity > 5"))));
    assertThat(said).hasMessageContaining("does not compile");
  }
}
