package io.headgate.rules.drools.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.sentence.Dictionary;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** What the editor completes is what the dictionary has. */
  @Test
  void theEditorCompletesEverySentence() throws Exception {
    String snippets = Files.readString(Folder.SHIPPED.resolve(".vscode/headgate.code-snippets"));
    String dictionary = Files.readString(Folder.SHIPPED.resolve(Dictionary.FILE));
    for (String row : dictionary.lines().toList()) {
      if (row.startsWith("[con")) {
        String sentence = row.substring(row.indexOf("[]") + 2, row.indexOf('='));
        assertThat(snippets).contains("\"" + sentence.strip() + "\": {");
      }
    }
  }
}
