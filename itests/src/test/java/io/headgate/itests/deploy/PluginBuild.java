package io.headgate.itests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a developer does: {@code tools/new-plugin.sh}, then Maven. */
final class PluginBuild {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private PluginBuild() {}

  /** Makes a strategy and builds it; its jar. */
  static Path strategy(String name, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String tool = Path.of(System.getProperty("headgate.tools"), "new-plugin.sh").toString();
    run(folder, List.of(tool, "strategy", name));
    List<String> maven =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("headgate.maven.home"), "bin/mvn").toString(), "-B"));
    if ("offline=true".equals(System.getProperty("headgate.maven.mode"))) {
      maven.add("-o");
    }
    maven.addAll(List.of("-q", "-f", name + "/pom.xml", "package"));
    run(folder, maven);
    Path jar = folder.resolve(name).resolve("target").resolve(name + "-1.0.0.jar");
    assertThat(jar).exists();
    return jar;
  }

  private static void run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("build.out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put(
            "MAVEN_OPTS",
            "-XX:TieredStopAtLevel=1 -Dmaven.repo.local="
                + System.getProperty("headgate.maven.repository"));
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    assertThat(ended && process.exitValue() == 0)
        .as("%s: %s", String.join(" ", command), Files.readString(output))
        .isTrue();
  }
}
