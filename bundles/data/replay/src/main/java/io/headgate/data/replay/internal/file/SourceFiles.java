package io.headgate.data.replay.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a configuration names, in the order of the names; the matches of a pattern are
 * ordered by name.
 *
 * @param base folder from which relative names count
 * @param names paths, or patterns with {@code *} and {@code ?} in their last part
 */
public record SourceFiles(Path base, List<String> names) {

  public SourceFiles {
    names = List.copyOf(names);
  }

  /**
   * Reads a list that may hold several names in one text, separated by commas. A name that contains
   * a comma is taken whole if such a file exists.
   */
  public static SourceFiles of(Path base, String... values) {
    List<String> names = new ArrayList<>();
    for (String value : values) {
      boolean whole = !value.isBlank() && Files.exists(base.resolve(value.trim()));
      (whole ? Stream.of(value) : Arrays.stream(value.split(",")))
          .map(String::trim)
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    }
    return new SourceFiles(base, names);
  }

  /**
   * The files of one name: itself, or the matches of a pattern. Whether a file can be read shows
   * when it is opened.
   *
   * @throws FileFailure if nothing matches
   */
  public List<Path> expand(String name) throws FileFailure {
    Path path = base.resolve(name);
    if (Files.exists(path) || !isPattern(name)) {
      return List.of(path);
    }
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf(java.io.File.separatorChar)) + 1;
    Path folder = base.resolve(name.substring(0, cut));
    List<Path> matches = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, name.substring(cut).replace("{", "\\{"))) {
      files.forEach(matches::add);
    } catch (IOException e) {
      throw new FileFailure(
          "%s: folder %s cannot be listed (%s); correct 'files'".formatted(name, folder, e), e);
    }
    matches.removeIf(Files::isDirectory);
    if (matches.isEmpty()) {
      throw new FileFailure(
          "%s: no file in %s matches; correct 'files' or copy the data there"
              .formatted(name, folder));
    }
    matches.sort(null);
    return matches;
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }
}
