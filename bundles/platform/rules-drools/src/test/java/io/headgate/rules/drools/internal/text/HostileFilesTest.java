package io.headgate.rules.drools.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files of people who mean harm, or know Drools too well: each is refused at its line. */
class HostileFilesTest {

  private static final String OK_THEN =
      "then $o.block(\"QTY_MAX\", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end";

  private record Hostile(String what, int line, String text, String found) {}

  /** What a rule may not do when it applies. */
  private static Hostile then(String statement, String found) {
    String text =
        "rule \"a\"\nwhen\n  $o : OrderContext(quantity > 5)\nthen\n  " + statement + "\nend\n";
    return new Hostile("then " + statement, 5, text, found);
  }

  /** What a rule may not ask for. */
  private static Hostile when(String condition, String found) {
    String text = "rule \"a\"\nwhen\n  $o : OrderContext(" + condition + ")\n" + OK_THEN;
    return new Hostile("when " + condition, 3, text, found);
  }

  /** Conditions in parentheses, each in the next. */
  private static String nested(int levels) {
    String condition = "buy";
    for (int level = 0; level < levels; level++) {
      condition = "(" + condition + (level % 2 == 0 ? " && " : " || ") + "quantity > 1)";
    }
    return condition;
  }

  /** What may not stand instead of the pattern. */
  private static Hostile pattern(String pattern, String found) {
    return new Hostile(
        "pattern " + pattern, 3, "rule \"a\"\nwhen\n  " + pattern + "\n" + OK_THEN, found);
  }

  /** What may not stand beside the rules. */
  private static Hostile file(String text, String found) {
    return new Hostile(
        text, 2, "// a file\n" + text + "\n" + Rules.text("a", "quantity > 5"), found);
  }

  private static Hostile attribute(String attribute, String found) {
    return new Hostile(
        attribute, 1, "rule \"a\" " + attribute + " when $o : OrderContext() " + OK_THEN, found);
  }

  private static List<Hostile> corpus() {
    List<Hostile> corpus = new ArrayList<>();
    corpus.addAll(
        List.of(
            then("System.exit(1);", "System.exit"),
            then("$o.warn(\"OVERRIDE_USED\", 1, 2, Unit.QTY);", "OVERRIDE_USED"),
            then("$o.block(\"KILL_HALTED\", 1, 2, Unit.QTY);", "KILL_HALTED"),
            then("$o.block(\"RIGHTS_EXHAUSTED\", 1, 2, Unit.QTY);", "RIGHTS_EXHAUSTED"),
            then("$o.block(\"RULES_FAILED\", 1, 2, Unit.QTY);", "RULES_FAILED"),
            then("Runtime.getRuntime().exec(\"id\");", "Runtime.getRuntime"),
            then("new java.io.File(\"/tmp/x\").delete();", "'new'"),
            then("$o.getClass().forName(\"x\");", "$o.getClass"),
            then("$o.beginRule(\"other\");", "$o.beginRule"),
            then("$o.block(\"QTY_MAX\", LimitKind.valueOf(\"X\"), 1);", "LimitKind.valueOf"),
            then("$o.block(\"A_B\", LimitKind.MAX_ORDER_QTY, System.nanoTime());", "'System'"),
            then("$o.block(\"A_B\", LimitKind.MAX_ORDER_QTY, $o.getClass());", "'getClass'"),
            then("$o.block(\"A_B\", LimitKind.MAX_ORDER_QTY, $o.hashCode());", "'hashCode'"),
            then("$o.block(\"A_B\", LimitKind.MAX_ORDER_QTY, $o.getNotional());", "amount"),
            then("$o.block(\"A_B\"+evil(), LimitKind.MAX_ORDER_QTY, 1);", "'+'"),
            then("$o.block(\"not a code\", LimitKind.MAX_ORDER_QTY, 1);", "not a code"),
            then("for(;;);", "'for'"),
            then("while(true){}", "'while'"),
            then("{ $o.block(\"A_B\", 1, 2, Unit.QTY); }", "'{'"),
            then("drools.halt();", "drools.halt"),
            then("insert($o);", "'insert'"),
            then("modify($o) { };", "'modify'"),
            then("kcontext.getKieRuntime();", "kcontext.getKieRuntime"),
            then("$x.block(\"A_B\", 1, 2, Unit.QTY);", "$x.block"),
            then("\\u0053ystem.exit(1);", "backslash"),
            then("$o.block(\"A_B\", 1, 2, Unit.QTY); } static { System.exit(1); }", "'}'")));
    corpus.addAll(
        List.of(
            when("eval(true)", "'eval'"),
            when("System.exit(1) == null", "'System'"),
            when("getClass() != null", "'getClass'"),
            when("class.classLoader != null", "'class'"),
            when("this.quantity > 5", "'this'"),
            when("new java.io.File(\"x\").delete()", "'new'"),
            when("account.length() > 5", "'.'"),
            when("account matches \"(a+)+\"", "'matches'"),
            when("account memberOf $list", "'memberOf'"),
            when("quantity == 9007199254740993", "Ops.eq"),
            when("maxOrderQty != quantity", "Ops.ne"),
            when("quantity > notional", "one unit"),
            when("quantity > account", "a text"),
            when("quantity > 5L", "without L"),
            when("quantity > 1__0", "groups of three"),
            when("quantity > 1_0", "groups of three"),
            when("quantity > 1000_", "groups of three"),
            when("account != null", "'null'"),
            when("quantity > " + "9".repeat(200_000), "a number of 200000 characters"),
            when("quantity > 1e3", "without L"),
            when("quantity > 0x10", "without L"),
            when("quantity > 0.0000000001", "decimals"),
            when("openOrders > 1.5", "count"),
            when("quantity > 99999999999999999999", "range"),
            when("5 > 3", "at least one field"),
            when("\"a\" == \"a\"", "field on one side"),
            when("quantity", "standing alone"),
            when("true", "standing alone"),
            when("$q : quantity > 5", "'$q'"),
            when("quantity > 5 && < 7", "'<'"),
            when("quantity > 5 | buy", "'|'"),
            when("(quantity = 5)", "'='"),
            when("quantity > (buy ? 1 : 2)", "'?'"),
            when("side == \"buy\"", "BUY, SELL"),
            when("blocked", "'blocked'"),
            when("verdictCount > 1", "'verdictCount'"),
            when("rule == \"x\"", "'rule'"),
            when("Ops.divide(quantity, 0) > 5", "Ops.divide"),
            when("Ops.getClass() != null", "')'"),
            when("Ops.exit(quantity)", "Ops.exit with 1 arguments"),
            when("io.headgate.Evil.run()", "'io'"),
            when("quantity / 0 > 5", "from 1 up"),
            when("quantity * notional > 5", "whole number"),
            when("account == \"caf\u00e9\"", "U+00E9"),
            when("account == \"a\\\"\"", "backslash"),
            when("(".repeat(5000) + "buy" + ")".repeat(5000), "nesting"),
            when("!".repeat(5000) + "buy", "nesting"),
            when("quantity" + "*1".repeat(100_000) + " > 5", "512 comparisons"),
            when("quantity" + "+quantity".repeat(20_000) + " > 5", "512 comparisons"),
            when("quantity" + "+quantity".repeat(8) + " > 5", "9 deep"),
            when("Ops.abs(".repeat(8) + "position" + ")".repeat(8) + " > 5", "9 deep"),
            when(nested(8) + " && replace", "9 deep"),
            when("!Ops.multipleOf(quantity" + "-1".repeat(7) + ", lotSize)", "9 deep")));
    corpus.addAll(
        List.of(
            pattern("not OrderContext(quantity > 5)", "'not'"),
            pattern("exists OrderContext(quantity > 5)", "'exists'"),
            pattern("eval(true)", "'eval'"),
            pattern("$o : Object()", "'Object'"),
            pattern("$o : java.lang.Runtime()", "'java'"),
            pattern("$o : OrderContext() $p : OrderContext()", "'$p'"),
            pattern("$o : OrderContext() from $list", "'from'"),
            pattern("$o : OrderContext() over window:length(3)", "'over'"),
            pattern("accumulate(OrderContext(); $c : count())", "'accumulate'"),
            pattern("forall(OrderContext())", "'forall'"),
            pattern("$o : OrderContext() not OrderContext()", "never holds"),
            pattern("$o : OrderContext() not Object()", "'Object'"),
            pattern("$o : OrderContext() and eval(true)", "'eval'"),
            pattern("$o : OrderContext() and exists $p : OrderContext()", "'$p'"),
            pattern("$o : OrderContext() or OrderContext()", "'or'"),
            pattern("$o : OrderContext() not (not OrderContext())", "'('"),
            pattern("$o : OrderContext()" + " OrderContext()".repeat(8), "8 patterns"),
            pattern("$o : OrderContext() not OrderContext(" + "buy, ".repeat(600) + "buy)", "512"),
            pattern("$o : OrderContext() accumulate(OrderContext(); $c : count())", "openOrders"),
            pattern("OrderContext(quantity > 5)", "'OrderContext'"),
            pattern("($o : OrderContext() or $o : OrderContext())", "'('")));
    corpus.addAll(
        List.of(
            file("import java.lang.Runtime;", "java.lang.Runtime"),
            file("import static java.lang.System.*;", "static"),
            file("import function java.lang.System.exit;", "function"),
            file("function void f() { System.exit(1); }", "'function'"),
            file("global java.util.List list;", "'global'"),
            file("declare OrderContext x : int end", "'declare'"),
            file("query q() OrderContext() end", "'query'"),
            file("dialect \"mvel\"", "'dialect'"),
            file("unit Evil;", "'unit'"),
            file("@Watch(x)", "'@'"),
            file("/* never ends", "never ends"),
            file("rule \"a\" extends \"b\" when", "'extends'"),
            file("rule \"x\\u0022\" when", "backslash"),
            file("// zero width \u200B joiner", "U+200B"),
            file("// right to left \u202E override", "U+202E"),
            file("rule \"path\" when", "no rule's"),
            file("rule \"Rights\" when", "no rule's"),
            file("rule override when", "no rule's"),
            file("// in a tag \uDB40\uDC41", "U+E0041"),
            file("// a variant \uDB40\uDD00", "U+E0100"),
            file("// a filler \u3164", "U+3164"),
            file("// an empty pattern \u2800", "U+2800"),
            file("// looks like\rtwo lines", "carriage return"),
            file("\u0000", "U+0000")));
    corpus.addAll(
        List.of(
            attribute("no-loop true", "'no-loop'"),
            attribute("lock-on-active", "'lock-on-active'"),
            attribute("agenda-group \"x\"", "'agenda-group'"),
            attribute("auto-focus true", "'auto-focus'"),
            attribute("activation-group \"x\"", "'activation-group'"),
            attribute("ruleflow-group \"x\"", "'ruleflow-group'"),
            attribute("date-effective \"1-Jan-2026\"", "'date-effective'"),
            attribute("timer (int: 1)", "'timer'"),
            attribute("enabled false", "'enabled'"),
            attribute("enabled (System.exit(1))", "'enabled'"),
            attribute("dialect \"mvel\"", "mvel"),
            attribute("salience ($o.getQuantity())", "'('"),
            attribute("salience 99999999999", "99999999999"),
            attribute("extends \"b\"", "'extends'"),
            attribute("@Propagation(EAGER)", "'@'")));
    return corpus;
  }

  @TestFactory
  Stream<DynamicTest> isRefusedAtItsLine() {
    return corpus().stream()
        .map(
            hostile ->
                DynamicTest.dynamicTest(
                    shortened(hostile),
                    () -> {
                      Refused refused =
                          catchThrowableOfType(
                              Refused.class, () -> RuleFileParser.parse(hostile.text()));
                      assertThat(refused).as(hostile.text()).isNotNull();
                      assertThat(refused.reason()).contains(hostile.found());
                      assertThat(refused.line()).isEqualTo(hostile.line());
                    }));
  }

  private static String shortened(Hostile hostile) {
    String what = hostile.what().replaceAll("[^ -~]", "?");
    return what.substring(0, Math.min(60, what.length()));
  }

  @Test
  void aLongFileOfNothingButBracketsEndsSoon() {
    for (String piece : List.of("(", "!(", "a(", "Ops.abs(", "$o.", "rule \"a\" when ")) {
      Refused refused =
          catchThrowableOfType(
              Refused.class,
              () -> RuleFileParser.parse(Rules.text("a", piece.repeat(200_000 / piece.length()))));
      assertThat(refused).isNotNull();
    }
  }

  @Test
  void everyCutOfASoundFileIsRefusedOrSound() throws Refused {
    String sound = Rules.text("a", "(quantity > 5 || Ops.eq(position, 0)), side in ('BUY')");
    int refused = 0;
    for (int i = 0; i < sound.length(); i++) {
      try {
        RuleFileParser.parse(sound.substring(0, i));
      } catch (Refused e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(sound.length() - 5);
    assertThat(RuleFileParser.parse(sound)).hasSize(1);
  }
}
