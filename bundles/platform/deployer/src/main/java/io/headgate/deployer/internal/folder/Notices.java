package io.headgate.deployer.internal.folder;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.deploy.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people what has become of a jar: beside it, in the log, as an alarm and to a script. */
final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String REFUSED = ".refused";

  private final Path folder;
  private final Path outcomes;
  private final Alarms alarms;
  private String written = "";

  /**
   * @param folder the deploy folder
   * @param outcomes the file that {@code headgate deploy --wait} reads
   */
  Notices(Path folder, Path outcomes, Alarms alarms) {
    this.folder = folder;
    this.outcomes = outcomes;
    this.alarms = alarms;
  }

  /** A jar was not taken. */
  void refused(String file, String reason) {
    LOG.warn("deploy/{} is refused: {}", file, reason);
    alarms.raise(
        key(file), Alarm.Level.WARNING, "deploy/%s is refused: %s".formatted(file, reason));
    try {
      Files.writeString(
          folder.resolve(file + REFUSED),
          """
          %s is refused.

          %s

          Copy a jar that is right over it, or remove it; this note goes with it.
          """
              .formatted(file, reason));
    } catch (IOException e) {
      LOG.warn("no note can be written beside deploy/{}", file, e);
    }
  }

  /** A plug-in that ran has ended although nobody took its jar away. */
  void lost(String file, String reason) {
    LOG.error("deploy/{} does not run any more: {}", file, reason);
    alarms.raise(
        key(file),
        Alarm.Level.CRITICAL,
        "deploy/%s does not run any more: %s".formatted(file, reason));
  }

  /** Nothing is wrong with a jar, or it is gone. */
  void clear(String file) {
    alarms.clear(key(file));
    try {
      Files.deleteIfExists(folder.resolve(file + REFUSED));
    } catch (IOException e) {
      LOG.warn("the note beside deploy/{} cannot be deleted", file, e);
    }
  }

  private static String key(String file) {
    return "deploy." + file;
  }

  /** A line for each jar that was read: checksum, state, file, reason, when it was copied. */
  void outcomes(List<Entry> entries) {
    String text =
        entries.stream()
            .filter(entry -> entry.state() != Deployment.State.STARTING)
            .map(
                entry ->
                    String.join(
                        "\t",
                        entry.sha256(),
                        entry.state().name(),
                        entry.file(),
                        entry.reason().replaceAll("\\s+", " "),
                        Long.toString(entry.stamp().modifiedMillis() / 1_000)))
            .collect(Collectors.joining("\n", "", "\n"));
    if (text.equals(written)) {
      return;
    }
    try {
      Path part = outcomes.resolveSibling(outcomes.getFileName() + ".part");
      Files.writeString(part, text);
      Files.move(
          part, outcomes, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      written = text;
    } catch (IOException e) {
      LOG.warn("{} cannot be written; \"headgate deploy --wait\" will not see it", outcomes, e);
    }
  }
}
