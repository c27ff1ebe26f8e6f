package io.headgate.rules.drools.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.ClassicDrools;
import io.headgate.rules.drools.internal.gear.Compilation;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

  private static @Nullable String difference(
      RuleCompiler compiler, List<PlacedRule> rules, int orders) throws Exception {
    Compilation compilation = compiler.compile(Rules.HASH, rules);
    try (var reference = compilation.reference()) {
      return new Comparison(42, rules).difference(compilation.rules(), reference, orders);
    }
  }

  private static List<PlacedRule> shipped() throws Exception {
    return Rules.shipped();
  }

  /** The shipped files that are DRL; what others say in sentences Drools cannot read by itself. */
  private static String shippedText() throws Exception {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(Folder.SHIPPED.resolve("policies"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".drl")).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  /** A dozen of the shipped rules, for what does not take all of them. */
  private static List<PlacedRule> few() throws Exception {
    return Rules.shipped().subList(0, 12);
  }

  private static @Nullable String difference(
      long seed, List<PlacedRule> rules, Judge compiled, Judge other, int orders) {
    return new Comparison(seed, rules)
        .difference(Map.of("as it would serve", compiled, "by the other", other), orders);
  }

  /** In the straight line, by the executable model, and by what MVEL makes of them. */
  @Test
  void theShippedRulesMeanTheSameToTwoDroolsAndInTheStraightLine() throws Exception {
    List<PlacedRule> rules = shipped();
    Compilation compilation = Rules.compiled(rules);
    Comparison comparison = new Comparison(42, rules);
    try (var reference = compilation.reference();
        ClassicDrools classic = ClassicDrools.of(rules)) {
      Map<String, Judge> judges =
          Map.of(
              "as it would serve", compilation.rules()::evaluate,
              "by Drools", comparison.byDrools(reference),
              "by classic Drools", classic::judge);
      assertThat(comparison.difference(judges, 100_000)).isNull();
    }
  }

  @Test
  void theShippedFilesMeanTheSameToADroolsThatNeverHeardOfUs() throws Exception {
    List<PlacedRule> rules = Rules.parsed(shippedText());
    CompiledRules compiled = Rules.compiled(rules).rules();
    try (StockDrools stock = StockDrools.of(shippedText())) {
      assertThat(difference(7, rules, compiled::evaluate, stock, 100_000)).isNull();
    }
  }

  @Test
  void everyOperationMeansTheSameToClassicDrools() throws Exception {
    List<PlacedRule> rules = Rules.of(new RandomRules(4).conditions(40));
    CompiledRules compiled = Rules.compiled(rules).rules();
    try (ClassicDrools classic = ClassicDrools.of(rules)) {
      assertThat(difference(4, rules, compiled::evaluate, classic::judge, 5_000)).isNull();
    }
  }

  @Test
  void classicDroolsCatchesALineThatTurnsAPredicateRound() throws Exception {
    List<PlacedRule> rules = few();
    RuleCompiler wrong =
        new RuleCompiler(rule -> true, source -> source.replaceFirst("if \\(", "if (!"));
    CompiledRules compiled = wrong.compile(Rules.HASH, rules).rules();
    try (ClassicDrools classic = ClassicDrools.of(rules)) {
      assertThat(difference(11, rules, compiled::evaluate, classic::judge, 3_000))
          .contains("judged in different ways");
    }
  }

  /** Drools joins them, and looks for orders that there are not; we make one condition of them. */
  @Test
  void severalPatternsMeanTheSameToADroolsThatNeverHeardOfUs() throws Exception {
    StringBuilder file = new StringBuilder();
    String[] conditions = {
      "quantity > maxOrderQty",
      "buy == true, account == \"A1\"",
      "worstPrice < limitPrice, side != trader"
    };
    String[] heads = {"", "and ", "not ", "exists ", "and not ", "and exists "};
    for (int i = 0; i < heads.length * heads.length; i++) {
      file.append(
          """
          rule "j%d" when
            $o : OrderContext(addedQuantity >= lotSize)
            %sOrderContext(%s) %sOrderContext(%s)
          then $o.block("TEST_HIT", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end
          """
              .formatted(
                  i,
                  heads[i % heads.length],
                  conditions[i % conditions.length],
                  heads[i / heads.length % heads.length],
                  conditions[(i + 1) / 2 % conditions.length]));
    }
    List<PlacedRule> rules = Rules.parsed(file.toString());
    CompiledRules compiled = Rules.compiled(rules).rules();
    assertThat(compiled.describe()).extracting(RuleInfo::gear).containsOnly("STRAIGHT");
    try (StockDrools stock = StockDrools.of(file.toString())) {
      assertThat(difference(13, rules, compiled::evaluate, stock, 2_000)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void soDoRandomRules(long seed) throws Exception {
    List<PlacedRule> rules = Rules.of(new RandomRules(seed).conditions(60));
    Compilation compilation = Rules.compiled(rules);
    assertThat(compilation.rules().describe()).extracting(RuleInfo::gear).containsOnly("STRAIGHT");
    try (var reference = compilation.reference()) {
      assertThat(new Comparison(seed, rules).difference(compilation.rules(), reference, 5_000))
          .isNull();
    }
  }

  @Test
  void soDoesEveryFieldUnderEveryOperator() throws Exception {
    List<String> conditions = new ArrayList<>();
    for (String field : Vocabulary.AMOUNTS.keySet()) {
      conditions.add(field + " > 1, " + field + " <= 1000");
      conditions.add("Ops.eq(" + field + ", 1)");
    }
    for (String field : Vocabulary.TEXTS.keySet()) {
      conditions.add(field + " == account && " + field + " != strategy");
    }
    conditions.addAll(List.of("buy", "!buy", "replace", "!replace", ""));
    assertThat(difference(new RuleCompiler(true), Rules.of(conditions), 5_000)).isNull();
  }

  @Test
  void rulesForManyAccountsAreFoundByTheIndex() throws Exception {
    List<String> conditions =
        new ArrayList<>(
            IntStream.range(0, 150)
                .mapToObj(i -> "account == \"ACC%d\", quantity > %d".formatted(i % 70, i))
                .toList());
    conditions.add(40, "quantity > maxOrderQty");
    conditions.add("strategy == \"S\", account == \"ACC3\"");
    List<PlacedRule> rules = Rules.of(conditions);
    String[] source = {""};
    RuleCompiler compiler =
        new RuleCompiler(
            rule -> true,
            text -> {
              source[0] = text;
              return text;
            });
    assertThat(difference(compiler, rules, 20_000)).isNull();
    assertThat(source[0]).contains("keys[0].get(c.getAccount())").contains("key0_2");
  }

  @Test
  void theIndexHidesNoFailure() throws Exception {
    List<String> conditions =
        new ArrayList<>(
            IntStream.range(0, 9).mapToObj(i -> "account == \"ACC" + i + "\"").toList());
    conditions.add("quantity * 5 > 7, account == \"OTHER\"");
    List<PlacedRule> rules = Rules.of(conditions);
    assertThat(difference(new RuleCompiler(true), rules, 3_000)).isNull();
    OrderContext large =
        new ContextEditor().begin().set(ContextNumber.QUANTITY, Long.MAX_VALUE).context();
    Judge judge = Rules.compiled(rules).rules()::evaluate;
    assertThat(judge.verdicts(large)).isEmpty();
  }

  @Test
  void aLineThatForgetsAPredicateIsCaught() throws Exception {
    RuleCompiler forgetful =
        new RuleCompiler(
            rule -> true, source -> source.replaceFirst("if \\(\\S+\\) ", "if (true) "));
    assertThat(difference(forgetful, few(), 3_000)).contains("judged in different ways");
  }

  @Test
  void aLineThatTurnsAPredicateRoundIsCaught() throws Exception {
    RuleCompiler wrong =
        new RuleCompiler(rule -> true, source -> source.replaceFirst("if \\(", "if (!"));
    assertThat(difference(wrong, few(), 3_000)).contains("judged in different ways");
  }

  @Test
  void aLineThatMixesUpTwoRulesIsCaught() throws Exception {
    RuleCompiler wrong =
        new RuleCompiler(
            rule -> true, source -> source.replace("hits[n++] = 3;", "hits[n++] = 4;"));
    assertThat(difference(wrong, few(), 3_000)).contains("judged in different ways");
  }

  @Test
  void anIndexThatMissesAnAccountIsCaught() throws Exception {
    List<String> conditions =
        IntStream.range(0, 20).mapToObj(i -> "account == \"ACC" + i + "\"").toList();
    RuleCompiler wrong =
        new RuleCompiler(
            rule -> true,
            source ->
                source.replace("case 7: n =", "case 7: c.getQuantity(); n = n; if (false) n ="));
    assertThat(difference(wrong, Rules.of(conditions), 3_000)).contains("judged in different ways");
  }

  @Test
  void aDroolsThatComparesAsDoublesWouldBeCaught() throws Exception {
    List<PlacedRule> rules = Rules.of(List.of("Ops.eq(quantity, lotSize)"));
    Judge exact = Judge.byMeaning(rules);
    Judge asDoubles =
        context -> {
          if ((double) context.getQuantity() == (double) context.getLotSize()) {
            Interpreter.speak(rules.get(0).tree(), context);
          }
        };
    assertThat(difference(42, rules, exact, asDoubles, 3_000)).isNotNull();
    assertThat(difference(42, rules, exact, exact, 3_000)).isNull();
  }

  @Test
  void rulesInASessionSpeakInTheirPlaceAmongTheOthers() throws Exception {
    List<PlacedRule> rules = Rules.of(new RandomRules(9).conditions(30));
    Predicate<PlacedRule> everyOther = rule -> rules.indexOf(rule) % 2 == 0;
    Compilation mixed = new RuleCompiler(everyOther, source -> source).compile(Rules.HASH, rules);
    assertThat(mixed.rules().describe()).extracting(RuleInfo::gear).contains("STRAIGHT", "SESSION");
    assertThat(mixed.rules().describe())
        .allMatch(rule -> rule.gear().equals("STRAIGHT") == rule.note().isEmpty());
    try (var reference = mixed.reference()) {
      assertThat(new Comparison(9, rules).difference(mixed.rules(), reference, 5_000)).isNull();
    }
  }

  @Test
  void everythingCanRunInASession() throws Exception {
    assertThat(difference(new RuleCompiler(false), few(), 3_000)).isNull();
  }

  @Test
  void theGeneratedOrdersMakeEveryRandomRuleSpeakAndKeepSilent() throws Exception {
    List<PlacedRule> rules =
        Rules.of(
            List.of(
                "account == \"A\", strategy == \"S\", quantity > 5, quantity <= 6, buy, !replace",
                "Ops.multipleOf(quantity, lotSize), !Ops.limited(maxOrderQty)",
                "position * 3 > 17, Ops.abs(ownPosition) < 4, venue in (\"X\", \"Y\")"));
    CompiledRules compiled = Rules.compiled(rules).rules();
    assertThat(new Exercise(5, compiled).silent()).isEmpty();
    OrderGenerator generator = new OrderGenerator(5, rules);
    ContextEditor editor = new ContextEditor();
    int[] spoke = new int[rules.size()];
    for (int i = 0; i < 2_000; i++) {
      var context = generator.next().fill(editor);
      Judge judge = compiled::evaluate;
      List<Verdict> verdicts = judge.verdicts(context).orElse(List.of());
      verdicts.forEach(verdict -> spoke[verdict.rule().charAt(1) - '0']++);
    }
    assertThat(IntStream.of(spoke)).allMatch(times -> times > 50 && times < 1_950);
  }
}
