package io.headgate.itests.guide;

import static org.awaitility.Awaitility.await;

import io.headgate.itests.node.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;

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
    AtomicReference<Attempt> last = new AtomicReference<>(attempt(command));
    if (command.looks() && last.get().fault().isPresent() && !patience.isZero()) {
      try {
        await()
            .atMost(patience)
            .pollInterval(LOOK_AGAIN)
            .until(() -> attempt(command), attempt -> isRight(attempt, last));
      } catch (ConditionTimeoutException e) {
        // The last attempt says what is missing.
      }
    }
    Attempt attempt = last.get();
    if (attempt.fault().isPresent()) {
      throw new AssertionError(
          "%s:%d: %s%n%s; the output was:%n%s"
              .formatted(
                  page.name(),
                  command.line(),
                  command.text(),
                  attempt.fault().get(),
                  attempt.finished().output()));
    }
  }

  private static boolean isRight(Attempt attempt, AtomicReference<Attempt> last) {
    last.set(attempt);
    return attempt.fault().isEmpty();
  }

  private record Attempt(Finished finished, Optional<String> fault) {}

  private Attempt attempt(Step.Command command) throws IOException, InterruptedException {
    Finished finished =
        command.where() == Step.Where.SHELL
            ? desktop.shell(command.text(), COMMAND)
            : desktop.console(command.text());
    return new Attempt(finished, fault(command, finished));
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
