package io.headgate.data.replay.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and patterns. */
class SourceFilesTest {

  @TempDir private Path folder;

  private Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  @Test
  void namesAreSplitAtCommasUnlessSuchAFileExists() throws IOException {
    touch("with,comma.csv");
    assertThat(SourceFiles.of(folder, "a.csv, b.csv,", "", "with,comma.csv").names())
        .containsExactly("a.csv", "b.csv", "with,comma.csv");
  }

  @Test
  void relativeNamesCountFromTheBase() throws Exception {
    Path file = touch("sub/a.csv");
    SourceFiles files = SourceFiles.of(folder, "sub/a.csv");
    assertThat(files.expand("sub/a.csv")).containsExactly(file);
    assertThat(files.expand(file.toString())).containsExactly(file);
  }

  @Test
  void matchesAreOrderedByNameAndFoldersAreLeftOut() throws Exception {
    Path second = touch("sub/b2.csv");
    Path first = touch("sub/b1.csv");
    touch("sub/c.csv");
    Files.createDirectories(folder.resolve("sub/b3.csv"));
    SourceFiles files = SourceFiles.of(folder, "sub/b?.csv");
    assertThat(files.expand("sub/b?.csv")).containsExactly(first, second);
    assertThat(files.expand(folder + "/sub/*.csv")).hasSize(3);
  }

  @Test
  void aFileThatLooksLikeAPatternIsTakenAsItIs() throws Exception {
    Path odd = touch("a[1].csv");
    assertThat(SourceFiles.of(folder, "a[1].csv").expand("a[1].csv")).containsExactly(odd);
  }

  @Test
  void aPatternWithoutMatchSaysWhereItLooked() {
    SourceFiles files = SourceFiles.of(folder, "*.csv");
    assertThatThrownBy(() -> files.expand("*.csv"))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining("*.csv")
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> files.expand("nowhere/*.csv"))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining("nowhere");
  }
}
