package io.headgate.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much one file, one package and one plug-in's build may hold. */
class SizesTest {

  private static final int LINES = 400;
  private static final int TYPES_IN_A_PACKAGE = 30;
  private static final int LINES_OF_A_PLUGIN_POM = 30;

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void noClassIsLongerThanItsReaderIsPatient() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : sources("src/main/java")) {
      int lines = Files.readAllLines(source).size();
      if (lines > LINES) {
        tooLong.add(ROOT.relativize(source) + ": " + lines + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noPackageHoldsMoreTypesThanFitInAHead() throws IOException {
    Map<Path, Integer> types = new TreeMap<>();
    for (Path source : sources("src/main/java")) {
      if (!source.endsWith("package-info.java")) {
        types.merge(ROOT.relativize(source.getParent()), 1, Integer::sum);
      }
    }
    types.values().removeIf(count -> count <= TYPES_IN_A_PACKAGE);
    assertThat(types).isEmpty();
  }

  @Test
  void aPluginsBuildIsShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> poms = Files.walk(ROOT.resolve("bundles"), 3)) {
      for (Path pom : poms.filter(path -> path.endsWith("pom.xml")).toList()) {
        boolean plugin = pom.getNameCount() == ROOT.getNameCount() + 4;
        boolean library = pom.getParent().getParent().endsWith("libs");
        int lines = Files.readAllLines(pom).size();
        if (plugin && !library && lines > LINES_OF_A_PLUGIN_POM) {
          tooLong.add(ROOT.relativize(pom) + ": " + lines + " lines");
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> sources(String kind) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String part : List.of("kernel", "bundles", "tools")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
        files
            .filter(path -> path.toString().endsWith(".java"))
            .filter(path -> path.toString().contains("/" + kind + "/"))
            // contract tests are tests, though they are shipped
            .filter(path -> !path.toString().contains("/testkit/contract/"))
            .forEach(found::add);
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }
}
