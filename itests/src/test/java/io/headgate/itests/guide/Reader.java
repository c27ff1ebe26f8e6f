package io.headgate.itests.guide;

import io.headgate.itests.node.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Somebody who does what a page says, step by step, and stops at the first that does not hold. */
final class Reader {

  private static final Duration COMMAND = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Page page;
  private final Desktop desktop;
  private final Duration patience;

  /**
   * @param patience how long a command that only looks is repeated until it shows what the page
   *     shows
   */
  Reader(Page page, Desktop desktop, Duration patience) {
    this.page = page;
    this.desktop = desktop;
    this.patience = patience;
  }

  /**
   * Does all steps.
   *
   * @throws AssertionError at the first step that does not do what the page says; the message names
   *     page, line, command, what was expected and what came
   */
  void follow() throws IOException, InterruptedException {
    for (Step step : page.steps()) {
      if (step instanceof Step.Write write) {
        Path file = desktop.folder().resolve(write.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, write.content());
      } else if (step instanceof Step.Command command) {
        type(command);
      }
    }
  }

  private void type(Step.Command command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (true) {
      Finished finished =
          command.where() == Step.Where.SHELL
              ? desktop.shell(command.text(), COMMAND)
              : desktop.console(command.text());
      Optional<String> fault = fault(command, finished);
      if (fault.isEmpty()) {
        return;
      }
      if (!command.looks() || System.nanoTime() - begin > patience.toNanos()) {
        throw new AssertionError(
            "%s:%d: %s%n%s; the output was:%n%s"
                .formatted(
                    page.name(), command.line(), command.text(), fault.get(), finished.output()));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  private Optional<String> fault(Step.Command command, Finished finished) {
    if (finished.exitCode() != command.exitCode()) {
      return Optional.of(
          "exit code %d, expected %d".formatted(finished.exitCode(), command.exitCode()));
    }
    return Expectation.firstMissing(
            command.expected().stream().map(desktop::real).toList(), finished.output())
        .map(line -> "the page shows a line that did not come: " + line);
  }
}
