package io.headgate.itests.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.itests.node.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a page which says something wrong is caught. */
class GuidePageTest {

  @TempDir Path folder;

  private void follow(String... lines) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    try (Shell shell = Shell.open(work, folder, Map.of())) {
      new Reader(Page.parse("page.md", List.of(lines)), new ShellOnly(work, shell), Duration.ZERO)
          .follow();
    }
  }

  private record ShellOnly(Path folder, Shell own) implements Desktop {
    @Override
    public Finished shell(String command, Duration atMost) throws IOException {
      return own.run(command, atMost);
    }

    @Override
    public Finished console(String command) {
      return new Finished(0, "│ " + command + "   │ ACTIVE │\n");
    }

    @Override
    public String real(String line) {
      return line;
    }
  }

  @Test
  void aPageThatHoldsIsFollowedToItsEnd() {
    assertThatCode(
            () ->
                follow(
                    "text",
                    "```csv limits/mine.csv",
                    "a,b",
                    "```",
                    "```console",
                    "$ x=5; cat limits/mine.csv",
                    "a,b",
                    "$ echo one; echo \"two  $x\"; echo three",
                    "one",
                    "two 5",
                    "…",
                    "$ exit_with() { return $1; }",
                    "$ echo a \\",
                    "    b; exit_with 3",
                    "a b",
                    "(exit code 3)",
                    "headgate> strategy:list",
                    "│ strategy:list … ACTIVE …",
                    "```"))
        .doesNotThrowAnyException();
  }

  @Test
  void aCommandThatFailsIsCaughtWithPageAndLine() {
    assertThatThrownBy(() -> follow("```console", "$ true", "$ no-such-command", "```"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page.md:3")
        .hasMessageContaining("exit code 127");
  }

  @Test
  void aCommandThatShouldFailAndDoesNotIsCaught() {
    assertThatThrownBy(() -> follow("```console", "$ true", "(exit code 1)", "```"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("exit code 0, expected 1");
  }

  @Test
  void aLineThatDoesNotComeIsCaught() {
    assertThatThrownBy(() -> follow("```console", "$ echo one", "two", "```"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did not come: two");
    assertThatThrownBy(() -> follow("```console", "$ echo one two", "one", "```"))
        .as("a line is a whole line")
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> follow("```console", "$ echo b; echo a", "a", "b", "```"))
        .as("lines come in order")
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> follow("```console", "headgate> order:list", "… FAILED …", "```"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aCommandOutsideAConsoleBlockIsCaught() {
    assertThatThrownBy(() -> follow("```text", "$ rm -r rules", "```"))
        .hasMessageContaining("page.md:1");
    assertThatThrownBy(() -> follow("```", "./headgate start", "```"))
        .hasMessageContaining("page.md:1");
    assertThatThrownBy(() -> follow("```console", "$ true")).hasMessageContaining("no end");
  }

  @Test
  void onlyCommandsThatLookAreRepeated() {
    assertThat(command(Step.Where.CONSOLE, "limit:list --json").looks()).isTrue();
    assertThat(command(Step.Where.SHELL, "./headgate client 'node:health'").looks()).isTrue();
    assertThat(command(Step.Where.SHELL, "curl -s http://127.0.0.1:8181/").looks()).isTrue();
    assertThat(command(Step.Where.SHELL, "curl -s -d '{}' http://127.0.0.1:8181/").looks())
        .isFalse();
    assertThat(command(Step.Where.CONSOLE, "order:submit DEMO A.SIM BUY 1 1").looks()).isFalse();
    assertThat(command(Step.Where.SHELL, "./headgate start").looks()).isFalse();
  }

  private static Step.Command command(Step.Where where, String text) {
    return new Step.Command(1, where, text, List.of(), 0);
  }
}
