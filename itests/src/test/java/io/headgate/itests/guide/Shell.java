package io.headgate.itests.guide;

import io.headgate.itests.node.Finished;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One shell in which a reader works: variables, functions and the folder stay. */
final class Shell implements AutoCloseable {

  private final Process process;
  private final BufferedWriter input;
  private final Path folder;
  private int count;

  private Shell(Process process, Path folder) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.folder = folder;
  }

  /**
   * @param work where the reader stands
   * @param scratch for the output of commands
   */
  static Shell open(Path work, Path scratch, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc")
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("shell.out").toFile());
    builder.environment().putAll(environment);
    return new Shell(builder.start(), scratch);
  }

  /** Runs a command to its end. */
  Finished run(String command, Duration atMost) throws IOException {
    count++;
    Path output = folder.resolve(count + ".out");
    Path code = folder.resolve(count + ".code");
    input.write("{ " + command + "\n} > '" + output + "' 2>&1 < /dev/null\n");
    input.write("echo $? > '" + code + ".part'; mv '" + code + ".part' '" + code + "'\n");
    input.flush();
    try {
      Awaitility.await(command)
          .atMost(atMost)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.exists(code) || !process.isAlive());
    } catch (ConditionTimeoutException e) {
      throw new IOException(
          "'%s' did not end in %s: %s".formatted(command, atMost, text(output)), e);
    }
    if (!Files.exists(code)) {
      throw new IOException("the shell ended at '%s': %s".formatted(command, text(output)));
    }
    return new Finished(Integer.parseInt(Files.readString(code).strip()), text(output));
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
