package io.headgate.data.replay.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are what their bytes say; broken ones are told. */
class RecordedFileTest {

  @TempDir private Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Names and texts by turns; a name that ends with a slash is a folder. */
  static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        packed.putNextEntry(new ZipEntry(entries[i]));
        packed.write(entries[i + 1].getBytes(UTF_8));
        packed.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> parts(Path path) throws IOException, FileFailure {
    List<String> parts = new ArrayList<>();
    try (RecordedFile file = RecordedFile.open(path)) {
      while (file.nextPart()) {
        parts.add(file.part() + ":" + new String(file.stream().readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  @Test
  void theBytesDecideAndNotTheName() throws Exception {
    assertThat(parts(file("a.zip", "1,2".getBytes(UTF_8)))).containsExactly(":1,2");
    assertThat(parts(file("b.csv", gzip("1,2")))).containsExactly(":1,2");
    assertThat(parts(file("c.gz", zip("x.csv", "1,2")))).containsExactly("x.csv:1,2");
    assertThat(parts(file("d", "x".getBytes(UTF_8)))).containsExactly(":x");
  }

  @Test
  void entriesComeInTheirOrderWithoutFoldersAndLeftovers() throws Exception {
    byte[] packed = zip("z.csv", "1", "dir/", "", "__MACOSX/._z.csv", "junk", "dir/a.csv", "2");
    assertThat(parts(file("a.zip", packed))).containsExactly("z.csv:1", "dir/a.csv:2");
  }

  @Test
  void membersOfAGzipFollowEachOther() throws Exception {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip("1,2\n"));
    both.write(gzip("3,4\n"));
    assertThat(parts(file("a.gz", both.toByteArray()))).containsExactly(":1,2\n3,4\n");
  }

  @Test
  void aCutAnywhereIsTold() throws Exception {
    List<byte[]> wholes =
        List.of(zip("a.csv", "1,2,3\n".repeat(50), "b.csv", "4,5,6\n"), gzip("1,2\n".repeat(50)));
    for (byte[] whole : wholes) {
      for (int length = 4; length < whole.length; length++) {
        Path cut = file("cut", Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> parts(cut))
            .as("cut to %d of %d bytes", length, whole.length)
            .isInstanceOfAny(IOException.class, FileFailure.class);
      }
    }
  }

  @Test
  void aZipThatLostAnEntryInItsMiddleIsTold() throws Exception {
    byte[] whole = zip("a.csv", "1", "b.csv", "2");
    // Blank the local header of the second entry: the stream ends there, the directory lists two.
    int second =
        new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);
    whole[second] = 'X';
    Path damaged = file("a.zip", whole);
    assertThatThrownBy(() -> parts(damaged))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining("lists 2 entries, 1 were read");
  }

  @Test
  void aChangedByteIsTold() throws Exception {
    for (byte[] whole : List.of(zip("a.csv", "1,2,3\n".repeat(50)), gzip("1,2,3\n".repeat(50)))) {
      byte[] changed = whole.clone();
      changed[changed.length / 3] ^= 0x55;
      Path damaged = file("damaged", changed);
      assertThatThrownBy(() -> parts(damaged))
          .isInstanceOfAny(IOException.class, FileFailure.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "425a6839314159, bzip2",
    "fd377a585a00, xz",
    "28b52ffd0000, zstd",
    "377abcaf271c, 7z",
    "504152310000, Parquet",
    "fffe31002c00, UTF-16"
  })
  void foreignFormsAreNamed(String magic, String name) throws IOException {
    Path foreign = file("foreign", java.util.HexFormat.of().parseHex(magic));
    assertThatThrownBy(() -> RecordedFile.open(foreign))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining(name)
        .hasMessageContaining(foreign.toString());
  }

  @Test
  void whatCannotBeOpenedSaysWhatToDo() throws IOException {
    Path empty = file("empty.csv", new byte[0]);
    assertThatThrownBy(() -> RecordedFile.open(empty)).hasMessageContaining("is empty");
    assertThatThrownBy(() -> RecordedFile.open(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> RecordedFile.open(folder.resolve("none.csv")))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining("none.csv does not exist");
  }
}
