package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.VerdictCall;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a regulated firm may expect of every policy that is shipped, over what any policy needs. */
class ShippedPackTest {

  @TestFactory
  Collection<DynamicTest> everyPolicyShowsWhatItDoes() throws Exception {
    Map<String, List<PlacedRule>> policies =
        PolicyReader.read(new RulesFolder(Folder.SHIPPED).read()).rules().stream()
            .collect(Collectors.groupingBy(PlacedRule::policy));
    assertThat(policies).hasSize(42);
    String readme = Files.readString(Folder.SHIPPED.resolve("README.md"));
    return policies.entrySet().stream()
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.getKey(), () -> check(policy.getKey(), policy.getValue(), readme)))
        .toList();
  }

  private static void check(String policy, List<PlacedRule> rules, String readme) throws Exception {
    List<VerdictCall> calls = rules.stream().flatMap(rule -> rule.tree().then().stream()).toList();
    Set<String> reasons = calls.stream().map(VerdictCall::reason).collect(Collectors.toSet());
    List<CSVRecord> examples = examples(policy);

    assertThat(examples).extracting(row -> row.get("verdict")).contains("pass", "warn", "block");
    Set<String> shown = new TreeSet<>();
    examples.forEach(row -> shown.addAll(Arrays.asList(row.get("reasons").split(";", -1))));
    assertThat(shown).as("each reason has an example").containsAll(reasons);
    assertThat(calls)
        .as("a soft warning and a hard block")
        .extracting(call -> call.severity().name())
        .contains("WARN", "BLOCK");

    String document = Files.readString(Folder.SHIPPED.resolve("policies/" + policy + "/policy.md"));
    assertThat(article(document)).matches(".*(Article|Rule|Regulation) ?\\(?[0-9A-Z].*");
    for (String reason : reasons) {
      assertThat(readme).as("the table of policies").contains("`" + reason + "`");
    }
    assertThat(readme.split("\\(policies/" + policy + "/policy.md\\)", -1).length - 1)
        .as("in the table of policies and in that of controls")
        .isGreaterThanOrEqualTo(2);
  }

  /** What is watched rather than denied: its examples are run where the patterns are. */
  @ParameterizedTest
  @ValueSource(strings = {"wash-trades", "layering"})
  void everyControlOfSurveillanceShowsWhatItDoes(String policy) throws Exception {
    String document = Files.readString(Folder.SHIPPED.resolve("policies/" + policy + "/policy.md"));
    assertThat(article(document)).contains("Article 13", "12(");
    assertThat(document).contains("**Settings**", "**The alarm**", "**What to do.**");
    List<String> rows =
        Files.readAllLines(Folder.SHIPPED.resolve("policies/" + policy + "/surveillance.csv"));
    for (String expected : List.of(",pass,", ",warn,", ",alert,")) {
      assertThat(rows).anyMatch(row -> row.contains(expected));
    }
    String readme = Files.readString(Folder.SHIPPED.resolve("README.md"));
    assertThat(readme.split("\\(policies/" + policy + "/policy.md\\)", -1).length - 1)
        .as("in the table of policies and in that of controls")
        .isGreaterThanOrEqualTo(2);
  }

  private static String article(String document) {
    return document.lines().filter(line -> line.startsWith("- Article: ")).findFirst().orElse("");
  }

  private static List<CSVRecord> examples(String policy) throws Exception {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();
    String text = Files.readString(Folder.SHIPPED.resolve("policies/" + policy + "/examples.csv"));
    try (CSVParser rows = CSVParser.parse(text, format)) {
      return rows.getRecords();
    }
  }
}
