package io.headgate.rules.drools.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.sentence.SentenceFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckTest {

  @TempDir Path temp;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private boolean check(Path checked) {
    return RulesCheck.check(checked, new PrintStream(printed, true, UTF_8));
  }

  @Test
  void theShippedRulesAreSoundAndTheirExamplesGetTheirVerdicts() {
    boolean sound = check(Folder.SHIPPED);
    assertThat(printed.toString(UTF_8))
        .matches("[0-9]+ rules in [0-9]+ policies are sound, and every example gets its .*\\R");
    assertThat(sound).isTrue();
  }

  @Test
  void aFaultOrAnExampleWithAnotherVerdictIsPrintedWithFileAndLine() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    folder.write("examples.csv", Folder.EXAMPLES.replace("large,block", "large,pass"));
    assertThat(check(folder.root())).isFalse();
    assertThat(printed.toString(UTF_8))
        .startsWith("policies/test/examples.csv:3: example 'large' got BLOCK QTY_MAX");
    printed.reset();
    folder.write("more.dslr", "rule \"a\"\n");
    assertThat(check(folder.root())).isFalse();
    assertThat(printed.toString(UTF_8))
        .startsWith("policies/test/more.dslr:1: cannot be read without a sound dictionary");
  }

  @Test
  void aFolderThatIsNoneIsSaid() {
    assertThat(check(temp)).isFalse();
    assertThat(printed.toString(UTF_8)).startsWith("policies:1: ").contains("is missing");
  }

  /** What an editor finds its way by: the pattern of its task, and a place below the folder. */
  @Test
  void everyFaultIsALineThatTheEditorUnderstands() throws Exception {
    String tasks = Files.readString(Folder.SHIPPED.resolve(".vscode/tasks.json"));
    Matcher regexp = Pattern.compile("\"regexp\": \"([^\"]+)\"").matcher(tasks);
    assertThat(regexp.find()).isTrue();
    Pattern problem = Pattern.compile(regexp.group(1).replace("\\\\", "\\"));
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Files.delete(folder.path("policy.md"));
    folder.write("worse.drl", "rule \"a\"\nwhen eval(true)\n");
    folder.write("more.dslr", "rule \"b\"\n");
    folder.write("table.csv", "RuleTable,t\nC,A\n,\nquantity > $param,x\nq,v\n\"5\n6\",1\n");

    assertThat(check(folder.root())).isFalse();

    assertThat(printed.toString(UTF_8).lines())
        .hasSize(4)
        .allSatisfy(
            line -> {
              Matcher match = problem.matcher(line);
              assertThat(match.matches()).as(line).isTrue();
              assertThat(match.group(1)).startsWith("policies/test/");
              assertThat(Integer.parseInt(match.group(2))).isPositive();
            });
  }

  /** What the editor completes is what the dictionary has, no more and no less. */
  @Test
  void theEditorCompletesEverySentence() throws Exception {
    Set<String> sentences = new TreeSet<>();
    Dictionary dictionary =
        Dictionary.read(Files.readString(Folder.SHIPPED.resolve(Dictionary.FILE)));
    for (String row : Files.readString(Folder.SHIPPED.resolve(Dictionary.FILE)).lines().toList()) {
      if (row.startsWith("[con")) {
        sentences.add(row.substring(row.indexOf("[]") + 2, row.indexOf('=')).strip());
      }
    }
    Matcher snippet =
        Pattern.compile(
                "\"([^\"]+)\": \\{\\s+\"prefix\": \"[^\"]+\",\\s+\"body\": \"([^\"]+)\",\\s+"
                    + "\"description\": \"sentence of headgate.dsl\"")
            .matcher(Files.readString(Folder.SHIPPED.resolve(".vscode/headgate.code-snippets")));
    Set<String> completed = new TreeSet<>();
    while (snippet.find()) {
      completed.add(snippet.group(1));
      String typed = snippet.group(2).replaceAll("\\$\\{[0-9]:([^}]*)\\}", "$1");
      assertThat(SentenceFile.parse(around(typed), dictionary)).as(typed).hasSize(1);
    }
    assertThat(completed).isEqualTo(sentences);
  }

  /** A rule in which a completed sentence stands as it is completed. */
  private static String around(String sentence) {
    String order = sentence.startsWith("There") ? sentence : "There is an order";
    String condition = sentence.startsWith("- ") ? "  " + sentence + "\n" : "";
    String verdict =
        sentence.contains(" with ")
            ? sentence
            : "Deny it with REASON_CODE: its quantity is above the allowed 5";
    return "rule \"a\"\nwhen\n  %s\n%sthen\n  %s\nend\n".formatted(order, condition, verdict);
  }
}
