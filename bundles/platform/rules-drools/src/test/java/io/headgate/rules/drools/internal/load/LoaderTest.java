package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.spi.rules.RuleStatus.Fault;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {

  private static final Loader LOADER = new Loader(new RuleCompiler(true)::compile, 500, 1_000);

  /** Whatever reaches it was taken for safe. */
  private static final Loader NEVER_COMPILES =
      new Loader(
          (hash, rules) -> {
            throw new AssertionError("compiled: " + rules);
          },
          500,
          0);

  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new Folder(Files.createDirectory(temp.resolve("rules")));
  }

  private List<String> refused(Loader loader) {
    LoadException refusal =
        catchThrowableOfType(
            LoadException.class, () -> loader.load(new RulesFolder(folder.root()).read()));
    assertThat(refusal).as("the set was taken").isNotNull();
    return refusal.faults().stream().map(Fault::toString).toList();
  }

  private CompiledRules loaded() throws Exception {
    return LOADER.load(new RulesFolder(folder.root()).read());
  }

  @Test
  void theShippedPolicyLoadsAllOfItInTheStraightLine() throws Exception {
    CompiledRules rules = LOADER.load(new RulesFolder(Folder.SHIPPED).read());
    assertThat(rules.describe())
        .hasSizeGreaterThan(90)
        .allMatch(rule -> rule.gear().equals("STRAIGHT") && rule.note().isEmpty())
        .anyMatch(rule -> rule.source().equals("policies/order-quantity/order-quantity.dslr:3"));
    try (Stream<Path> folders = Files.list(Folder.SHIPPED.resolve("policies"))) {
      List<String> policies =
          folders
              .filter(path -> !Files.exists(path.resolve(PolicyReader.SURVEILLANCE)))
              .map(path -> path.getFileName().toString())
              .toList();
      assertThat(policies).hasSizeGreaterThanOrEqualTo(40);
      assertThat(rules.describe().stream().map(RuleInfo::policy).distinct())
          .containsExactlyInAnyOrderElementsOf(policies);
    }
  }

  @Test
  void rulesAreOrderedBySalienceThenFileThenLine() throws Exception {
    folder.write("a.drl", Rules.text("a1", "quantity > 50") + Rules.text("a2", "quantity > 50"));
    folder.write("b.drl", "rule \"b1\" salience 5" + Rules.text("x", "quantity > 50").substring(8));
    assertThat(loaded().rules())
        .extracting(rule -> rule.name())
        .containsExactly("b1", "a1", "a2", "size");
  }

  @Test
  void theHashFollowsNamesAndContents() throws Exception {
    RulesFolder files = new RulesFolder(folder.root());
    String before = files.read().hash();
    assertThat(before).matches("[0-9a-f]{64}").isEqualTo(files.read().hash());
    folder.write("size.drl", Folder.RULES + " ");
    String changed = files.read().hash();
    Files.move(folder.path("size.drl"), folder.path("sizes.drl"));
    assertThat(files.read().hash()).isNotIn(before, changed);
  }

  @Test
  void whatIsWatchedHasNoRulesAndHidesNone() throws Exception {
    String header = "example,expected,second,account,event,side,quantity,price,times\n";
    folder.write("../watch/policy.md", Folder.POLICY);
    folder.write("../watch/surveillance.csv", header + "two,pass,0,ACC1,traded,BUY,1,50,2\n");
    assertThat(PolicyReader.read(new RulesFolder(folder.root()).read()).rules()).hasSize(1);

    folder.write("../watch/size.drl", Folder.RULES);
    folder.write("../watch/policy.md", "- Owner: me\n");
    assertThat(refused(NEVER_COMPILES))
        .anyMatch(
            fault ->
                fault.startsWith("policies/watch/size.drl: found beside surveillance.csv")
                    && fault.endsWith("expected rules and their examples in a policy of their own"))
        .anyMatch(fault -> fault.startsWith("policies/watch/policy.md: has no line that begins"))
        .hasSize(3);
    Files.delete(folder.path("../watch/size.drl"));
    folder.write("../watch/policy.md", Folder.POLICY);
    folder.write("../watch/surveillance.csv", "RuleTable sizes\n");
    assertThat(refused(NEVER_COMPILES))
        .singleElement()
        .asString()
        .startsWith(
            "policies/watch/surveillance.csv:1: found 'RuleTable sizes'; expected 'example,");

    folder.write("../watch/surveillance.csv", header);
    for (String file : new String[] {"size.drl", "examples.csv", "policy.md"}) {
      Files.delete(folder.path(file));
    }
    assertThat(refused(NEVER_COMPILES))
        .as("what only watches lets every order pass")
        .singleElement()
        .asString()
        .startsWith("policies: found no policy");
  }

  @Test
  void everyFaultOfEveryFileIsNamed() throws Exception {
    folder.write("evil.drl", "// one\nimport java.lang.Runtime;\n");
    folder.write("worse.drl", Rules.text("a", "eval(true)"));
    folder.write("twice.drl", Folder.RULES);
    folder.write("notes.txt", "?");
    folder.write("limits.csv", "?");
    folder.write("policy.md", "- Owner: me\n- Purpose:\n");
    folder.write("examples.csv", "example,verdict,quantitty\na,pass,1\n");
    Files.createDirectories(folder.root().resolve("policies/Bad Name"));
    Files.writeString(folder.root().resolve("policies/Bad Name/policy.md"), Folder.POLICY);
    assertThat(refused(NEVER_COMPILES))
        .anyMatch(fault -> fault.startsWith("policies/test/notes.txt: found a file of an unknown"))
        .anyMatch(fault -> fault.startsWith("policies/Bad Name/policy.md: found outside a policy"))
        .hasSize(2);
    Files.delete(folder.path("notes.txt"));
    Files.delete(folder.root().resolve("policies/Bad Name/policy.md"));
    assertThat(refused(NEVER_COMPILES))
        .anyMatch(
            fault -> fault.startsWith("policies/test/evil.drl:2: found the import of java.lang"))
        .anyMatch(fault -> fault.startsWith("policies/test/worse.drl:1: found 'eval'"))
        .anyMatch(
            fault -> fault.startsWith("policies/test/twice.drl:1: found a second rule 'size'"))
        .anyMatch(
            fault -> fault.startsWith("policies/test/limits.csv:1: found '?' outside a table"))
        .anyMatch(
            fault ->
                fault.startsWith(
                    "policies/test/policy.md: has no line that begins with 'Purpose:'"))
        .anyMatch(
            fault ->
                fault.startsWith(
                    "policies/test/policy.md: has no line that begins with 'Article:'"))
        .anyMatch(
            fault -> fault.startsWith("policies/test/examples.csv:1: found the column 'quantitty'"))
        .hasSize(7);
  }

  @Test
  void aPolicyNeedsItsThreeParts() throws Exception {
    Files.delete(folder.path("policy.md"));
    Files.delete(folder.path("examples.csv"));
    Files.delete(folder.path("size.drl"));
    Files.createDirectories(folder.path("x").getParent());
    folder.write("README.md", "nothing else");
    assertThat(refused(NEVER_COMPILES))
        .anyMatch(fault -> fault.contains("policy.md: is missing"))
        .anyMatch(fault -> fault.contains("examples.csv: is missing"))
        .anyMatch(fault -> fault.contains("has no rule"));
  }

  @Test
  void anEmptyFolderIsNoRuleSet() throws Exception {
    Files.delete(folder.path("policy.md"));
    Files.delete(folder.path("examples.csv"));
    Files.delete(folder.path("size.drl"));
    assertThat(refused(NEVER_COMPILES)).first().asString().contains("every order would pass");
  }

  @Test
  void whatEditorsLeaveBehindIsNotRead() throws Exception {
    String hash = new RulesFolder(folder.root()).read().hash();
    for (String name : List.of(".size.drl.swp", "size.drl~", "#size.drl#", "x.tmp", ".hidden")) {
      folder.write(name, "evil");
    }
    assertThat(new RulesFolder(folder.root()).read().hash()).isEqualTo(hash);
  }

  @Test
  void aFileThatIsTooLargeOrNoUtf8OrNoFileIsRefused() throws Exception {
    folder.write("large.drl", " ".repeat(256 * 1024 + 1));
    Files.write(
        folder.path("latin.drl"), "// a\n// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectory(folder.path("folder.drl"));
    assertThat(refused(NEVER_COMPILES))
        .anyMatch(fault -> fault.startsWith("policies/test/large.drl: is larger than 256 KiB"))
        .anyMatch(
            fault -> fault.startsWith("policies/test/latin.drl:2: found bytes that are no UTF-8"))
        .anyMatch(fault -> fault.startsWith("policies/test/folder.drl: is no regular file"));
  }

  @Test
  void aLinkOutOfTheFolderIsRefusedAndOneInsideIsRead() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside.drl"), Rules.text("out", "buy"));
    Files.createSymbolicLink(folder.path("link.drl"), outside);
    assertThat(refused(NEVER_COMPILES))
        .singleElement()
        .asString()
        .contains("leads out of the rules folder");
    Files.delete(folder.path("link.drl"));
    Path inside =
        Files.writeString(folder.root().resolve("inside.drl"), Rules.text("in", "quantity > 50"));
    Files.createSymbolicLink(folder.path("link.drl"), inside);
    assertThat(loaded().rules()).extracting(rule -> rule.name()).contains("in");
    Path policy = Files.createDirectory(temp.resolve("elsewhere"));
    Files.writeString(policy.resolve("policy.md"), Folder.POLICY);
    Files.createSymbolicLink(folder.root().resolve("policies/linked"), policy);
    assertThat(refused(NEVER_COMPILES))
        .singleElement()
        .asString()
        .contains("leads out of the rules folder");
  }

  @Test
  void whatPeopleSignTogetherWithTheRulesHidesNothing() throws Exception {
    folder.write("policy.md", Folder.POLICY.replace("Owner: ", "Owner: \u202E"));
    folder.write("examples.csv", Folder.EXAMPLES.replace("large", "\u001B[2Jlarge"));
    assertThat(refused(NEVER_COMPILES))
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).startsWith("policies/test/policy.md:2").contains("U+202E"),
            fault ->
                assertThat(fault).startsWith("policies/test/examples.csv:3").contains("U+001B"));
  }

  /** A message goes to logs, alarms and terminals. */
  @Test
  void aMessageIsOneLineOfBoundedLength() throws Exception {
    folder.write("long.drl", Rules.text("a", "x".repeat(200_000) + " > 5"));
    folder.write("table.csv", "RuleTable,t\nC,A\n,\nquantity > $param,x\nq,v\n\"5\n6\",1\n");
    assertThat(refused(NEVER_COMPILES))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).hasSizeLessThan(800).doesNotContain("\n"));
  }

  @Test
  void aByteOrderMarkIsNoFault() throws Exception {
    folder.write("size.drl", "\uFEFF" + Folder.RULES);
    assertThat(loaded().rules()).hasSize(1);
  }

  @Test
  void anExampleThatGetsAnotherVerdictRefusesTheSet() throws Exception {
    folder.write("examples.csv", Folder.EXAMPLES + "wrong,pass,10.5,10\n");
    assertThat(refused(LOADER))
        .singleElement()
        .asString()
        .startsWith("policies/test/examples.csv:4: example 'wrong' got BLOCK QTY_MAX by size")
        .contains("measured 10.5, limit 10 qty (policies/test/examples.csv:4)", "expected pass");
  }

  @Test
  void anExampleMayNameItsReasons() throws Exception {
    String head = "example,verdict,reasons,quantity,max-order-qty\n";
    folder.write("examples.csv", head + "right,block,QTY_MAX,11,10\n");
    assertThat(loaded().rules()).hasSize(1);
    folder.write("examples.csv", head + "wrong,block,QTY_MAX;PRICE_COLLAR,11,10\n");
    assertThat(refused(LOADER))
        .singleElement()
        .asString()
        .contains("expected block PRICE_COLLAR QTY_MAX");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void examplesAreReadAsASpreadsheetExportsThem(String separator) throws Exception {
    String text =
        """
        \uFEFF"# of the desk, by hand",,,,,,,
        Example,Verdict,Quantity,MAX-ORDER-QTY,buy,Side,,
        # a remark
        small,Pass,1,10,true,,,
        ,,,,,,,
        "large, as ""they"" say",BLOCK,11,10,,Sell,,
        """;
    folder.write("examples.csv", text.replace(",", separator).replace("\n", "\r\n"));
    assertThat(loaded().rules()).hasSize(1);
    folder.write(
        "examples.csv", "sep=;\n" + text.substring(1).replace(",", ";").replace("11", "9"));
    assertThat(refused(LOADER))
        .singleElement()
        .asString()
        .startsWith("policies/test/examples.csv:7: example 'large; as")
        .contains("got pass; expected block");
  }

  @Test
  void examplesAreReadStrictly() throws Exception {
    String head = "example,verdict,quantity\n";
    for (String[] bad :
        new String[][] {
          {head + "a,maybe,1\n", ":2: found the verdict 'maybe'"},
          {head + "a,,1\n", ":2: found no verdict"},
          {head + "ok,pass,1\n\na,pass,one\n", ":4: found one in column quantity"},
          {head + "a,pass\n", ":2: found 2 cells; expected 3"},
          {head, ": has no example"},
          {"example,verdict,verdict\na,pass,pass\n", ":1: found the column 'verdict' twice"},
          {"example,verdict,quantity\n\"a,pass,1\n", ":2: found a quote that never ends"},
          {"example,verdict,max-order\na,pass,1\n", ":1: found the column 'max-order'"},
          {"example,verdict,quantty\na,pass,1\n", "(the nearest: quantity)"},
          {"example,verdict,side\na,pass,sold\n", ":2: found sold in column side; expected one of"},
          {"example,verdict,buy\na,pass,1\n", ":2: found 1 in column buy; expected true or false"},
          {head + "#N/A,pass,1\nok,pass,1\n", ":2: found '#N/A,pass,1', which a spreadsheet"},
          {head + "#BEZUG!,pass,1\nok,pass,1\n", ":2: found '#BEZUG!,pass,1', which a"},
          {head + "#NV,pass,1\nok,pass,1\n", ":2: found '#NV,pass,1', which a spreadsheet"},
          {head + "a,pass," + "9".repeat(9_000) + "\n", "more than 40 characters"},
          {head + "a,pass,1,more\n", ":2: found 4 cells; expected 3"},
        }) {
      folder.write("examples.csv", bad[0]);
      assertThat(refused(NEVER_COMPILES)).first().asString().contains(bad[1]);
    }
  }

  @Test
  void aRuleThatFailsWithoutALimitIsRefusedAndACheckHelps() throws Exception {
    folder.write("half.drl", Rules.text("half", "quantity * 2 > maxOrderQty * 3"));
    assertThat(refused(LOADER))
        .singleElement()
        .asString()
        .startsWith("policies/test/half.drl:1: rule 'half' fails on an ordinary order")
        .contains("Ops.limited");
    folder.write(
        "half.drl", Rules.text("half", "Ops.limited(maxOrderQty), quantity * 2 > maxOrderQty * 3"));
    assertThat(loaded().rules()).hasSize(2);
  }

  @Test
  void aCompilerThatGetsItWrongIsCaughtBeforeTheSetServes() {
    Loader wrong =
        new Loader(
            new RuleCompiler(
                    rule -> true,
                    source ->
                        source.replace(
                            ".INSTANCE.test(c)", ".INSTANCE.test(c) || c.getOpenOrders() == 7"))
                ::compile,
            500,
            0);
    assertThat(refused(wrong)).singleElement().asString().contains("judged in different ways");
  }
}
