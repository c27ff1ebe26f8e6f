package io.headgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a measurement leaves behind: nothing. */
class BenchFolderTest {

  private static Path filled(BenchFolder folder) throws IOException {
    assertThat(folder.path()).startsWith(Path.of(System.getProperty("java.io.tmpdir")));
    Path deep = Files.createDirectories(folder.path().resolve("a/b"));
    Files.writeString(deep.resolve("c"), "x");
    return folder.path();
  }

  @Test
  void isGoneWithTheMeasurement() throws IOException {
    Path path;
    try (BenchFolder folder = new BenchFolder("bench-test")) {
      path = filled(folder);
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void isGoneWithTheProcess() throws IOException {
    try (BenchFolder folder = new BenchFolder("bench-test")) {
      Path path = filled(folder);
      folder.deleteWhileOthersWrite();
      assertThat(path).doesNotExist();
    }
  }
}
