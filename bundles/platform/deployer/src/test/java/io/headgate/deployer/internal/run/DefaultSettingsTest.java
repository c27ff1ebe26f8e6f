package io.headgate.deployer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.deployer.internal.TestJar;
import io.headgate.deployer.internal.jar.JarReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultSettingsTest {

  private static final String CFG = "io.headgate.strategies.idea-demo.cfg";

  @TempDir Path etc;
  @TempDir Path jars;

  private void deliver(String content) throws Exception {
    Path jar =
        TestJar.strategy("io.headgate.strategies.idea", "1.0.0")
            .file("cfg/" + CFG, content)
            .write(jars.resolve("idea.jar"));
    new DefaultSettings(etc).deliver(JarReader.read(jar), jar);
  }

  @Test
  void whatIsMissingIsWrittenAndWhatAPersonHasWrittenStays() throws Exception {
    deliver("runLength = 3\n");
    assertThat(etc.resolve(CFG)).hasContent("runLength = 3\n");

    Files.writeString(etc.resolve(CFG), "runLength = 7\n");
    deliver("runLength = 4\n");

    assertThat(etc.resolve(CFG)).hasContent("runLength = 7\n");
    assertThat(etc.toFile().list()).containsExactly(CFG);
  }
}
