package io.headgate.itests.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An unpacked distribution of its own, under {@code target/nodes}. */
public final class Distribution {

  /**
   * Options for nodes that live a minute or two: compiled once and quickly, collected by one
   * thread. A start takes two thirds of the processor's time; the hash of a password takes twice.
   */
  public static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path home;

  private Distribution(Path home) {
    this.home = home;
  }

  /** The archive that the build has just made. */
  public static Path archive() {
    return Path.of(System.getProperty("headgate.distribution")).toAbsolutePath().normalize();
  }

  /** Unpacks the archive anew; what stood under that name is gone. */
  public static Distribution unpack(String name) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("headgate.work"), "nodes", name).toAbsolutePath();
    if (Files.exists(home)) {
      try (Stream<Path> old = Files.walk(home)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(home);
    Finished tar =
        run(
            Duration.ofMinutes(1),
            List.of(
                "tar", "-xzf", archive().toString(), "-C", home.toString(), "--strip-components=1"),
            home);
    if (tar.exitCode() != 0) {
      throw new IOException("cannot unpack " + archive() + ": " + tar.output());
    }
    // A venue that refuses one order in a hundred by chance would fail a test now and then.
    Path paper = home.resolve("etc/io.headgate.brokers.paper.cfg");
    Files.writeString(
        paper, Files.readString(paper).replace("rejectPercent = 1\n", "rejectPercent = 0\n"));
    return new Distribution(home);
  }

  public Path home() {
    return home;
  }

  public Path etc() {
    return home.resolve("etc");
  }

  public Path rules() {
    return home.resolve("rules");
  }

  public Path data() {
    return home.resolve("data");
  }

  /** Runs {@code bin/headgate} with these words to its end. */
  public Finished headgate(Duration atMost, String... words)
      throws IOException, InterruptedException {
    return run(atMost, command(List.of(words)), home);
  }

  List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/headgate").toString());
    command.addAll(words);
    return command;
  }

  /** A process in a folder; its Java machine, if it starts one, has these options. */
  static ProcessBuilder builder(List<String> command, Path folder, List<String> javaOptions) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HEADGATE_JAVA_OPTS", String.join(" ", javaOptions));
    return builder;
  }

  private static Finished run(Duration atMost, List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("headgate", ".out");
    try {
      Process process =
          builder(command, folder, SHORT_LIVED)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IOException(
            String.join(" ", command) + " did not end in " + atMost + ": " + text(output));
      }
      return new Finished(process.exitValue(), text(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
