package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.check.Comparison;
import io.headgate.rules.drools.internal.gear.Compilation;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled when a set changes, and that it is held against what it should say. */
class ChangedRulesTest {

  @TempDir Path temp;
  private Folder folder;
  private List<String> fresh = List.of();
  private boolean spoil;
  private boolean lift = true;
  private final RuleCompiler compiler =
      new RuleCompiler(
          rule -> lift,
          source -> spoil ? source.replace("hits[n++] = 3;", "hits[n++] = 2;") : source);
  private final Loader loader =
      new Loader(
          (hash, rules) -> {
            Compilation compilation = compiler.compile(hash, rules);
            fresh = compilation.fresh().stream().map(PlacedRule::name).toList();
            return compilation;
          },
          500,
          100);

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new Folder(Files.createDirectory(temp.resolve("rules")));
  }

  /** Rules for accounts, after which stands the folder's own rule. */
  private static String rules(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Rules.text("a" + i, "account == \"A%d\", quantity > %d".formatted(i, i)))
        .collect(Collectors.joining());
  }

  private CompiledRules loaded() throws Exception {
    return loader.load(new RulesFolder(folder.root()).read());
  }

  @Test
  void onlyTheRuleThatChangedIsCompiled() throws Exception {
    folder.write("many.drl", rules(0, 12));
    loaded();
    assertThat(fresh).hasSize(13).contains("size");
    String changed = rules(0, 12).replace("quantity > 7", "quantity >= 70");
    folder.write("many.drl", changed);
    CompiledRules rules = loaded();
    assertThat(fresh).containsExactly("a7");
    assertThat(rules.describe()).extracting(RuleInfo::gear).containsOnly("STRAIGHT");
    try (Compilation whole = new RuleCompiler(true).compile(rules.hash(), rules.rules())) {
      assertThat(whole.fresh()).hasSize(13);
      assertThat(new Comparison(3, rules.rules()).difference(rules, whole.reference(), 3_000))
          .isNull();
    }
  }

  @Test
  void whatIsSaidUnderAnotherNameInAnotherPlaceIsNotCompiledAgain() throws Exception {
    folder.write("many.drl", rules(0, 12));
    loaded();
    folder.write("many.drl", "// saved again\n" + rules(6, 12).replace("\"a", "\"b"));
    folder.write("zero.drl", rules(0, 6));
    CompiledRules rules = loaded();
    assertThat(fresh).isEmpty();
    assertThat(rules.rules()).extracting(PlacedRule::name).startsWith("b6", "b7").endsWith("a5");
    try (Compilation whole = new RuleCompiler(true).compile(rules.hash(), rules.rules())) {
      assertThat(new Comparison(5, rules.rules()).difference(rules, whole.reference(), 3_000))
          .isNull();
    }
  }

  @Test
  void batchesOfWhichLittleIsLeftAreCompiledAgain() throws Exception {
    folder.write("many.drl", rules(0, 12));
    loaded();
    folder.write("many.drl", rules(8, 20));
    loaded();
    assertThat(fresh).hasSize(13);
    folder.write("many.drl", rules(8, 22));
    loaded();
    assertThat(fresh).containsExactly("a20", "a21");
    folder.write("many.drl", rules(9, 23));
    loaded();
    assertThat(fresh).as("rules of two batches").containsExactly("a22");
  }

  @Test
  void aSetThatWasRefusedProvesNothing() throws Exception {
    folder.write("many.drl", rules(0, 4));
    spoil = true;
    LoadException refused = catchThrowableOfType(LoadException.class, this::loaded);
    assertThat(refused.faults().get(0).message()).contains("judged in different ways");
    spoil = false;
    loaded();
    assertThat(fresh).hasSize(5);
  }

  @Test
  void knownRulesAreHeldAgainstTheirTextInEverySet() throws Exception {
    folder.write("many.drl", rules(0, 12));
    loaded();
    for (String text : List.of(rules(0, 11), rules(0, 11) + rules(30, 32))) {
      folder.write("many.drl", text);
      spoil = true;
      LoadException refused = catchThrowableOfType(LoadException.class, this::loaded);
      assertThat(refused.faults().get(0).message()).contains("as it would serve");
      spoil = false;
      loaded();
    }
  }

  @Test
  void rulesThatStayInASessionAreCompiledTogether() throws Exception {
    folder.write("many.drl", rules(0, 6));
    loaded();
    lift = false;
    folder.write("many.drl", rules(0, 7));
    CompiledRules rules = loaded();
    assertThat(fresh).hasSize(8);
    assertThat(rules.describe()).extracting(RuleInfo::gear).containsOnly("SESSION");
  }
}
