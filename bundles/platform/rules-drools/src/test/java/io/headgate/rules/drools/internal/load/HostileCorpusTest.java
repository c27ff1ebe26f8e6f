package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole files of people who mean harm, or know another rule engine too well. Each lies in a folder
 * that is sound but for it; it must be refused at the line that {@code expected.csv} names, before
 * anything is compiled.
 */
class HostileCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/hostile");

  private static final Loader NEVER_COMPILES =
      new Loader(
          (hash, rules) -> {
            throw new AssertionError("compiled: " + rules);
          },
          500,
          0);

  @TempDir Path temp;

  record Expected(String file, int line, String words) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Expected> corpus() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        CSVParser.parse(Files.readString(CORPUS.resolve("expected.csv")), format)) {
      return rows.stream().map(HostileCorpusTest::expected).toList();
    }
  }

  private static Expected expected(CSVRecord row) {
    return new Expected(row.get("file"), Integer.parseInt(row.get("line")), row.get("words"));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void isRefusedAtItsLineBeforeAnythingIsCompiled(Expected expected) throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Files.copy(Folder.SHIPPED.resolve("headgate.dsl"), folder.root().resolve("headgate.dsl"));
    boolean dictionary = expected.file().endsWith(".dsl");
    Path target = dictionary ? folder.root().resolve("headgate.dsl") : folder.path(expected.file());
    Files.write(target, Files.readAllBytes(CORPUS.resolve(expected.file())));
    String place = folder.root().relativize(target) + ":" + expected.line() + ": ";

    LoadException refusal =
        catchThrowableOfType(
            LoadException.class, () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()));

    assertThat(refusal).as("%s was taken", expected.file()).isNotNull();
    assertThat(refusal.faults())
        .extracting(Fault::toString)
        .singleElement()
        .asString()
        .startsWith(place)
        .contains(expected.words())
        .doesNotContain("Exception");
  }

  @Test
  void everyFileOfTheCorpusIsExpectedOnce() throws Exception {
    Set<String> listed = new TreeSet<>();
    for (Expected expected : corpus()) {
      assertThat(listed.add(expected.file())).as(expected.file()).isTrue();
    }
    try (Stream<Path> files = Files.list(CORPUS)) {
      assertThat(
              files
                  .map(path -> path.getFileName().toString())
                  .filter(name -> !name.equals("expected.csv"))
                  .collect(Collectors.toSet()))
          .isEqualTo(listed)
          .as("the corpus only grows")
          .hasSize(224);
    }
  }

  /** The safeguard has a lock of its own: a sound file in the place of a hostile one is taken. */
  @Test
  void theFolderAroundAHostileFileIsSound() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Files.copy(Folder.SHIPPED.resolve("headgate.dsl"), folder.root().resolve("headgate.dsl"));
    assertThat(PolicyReader.read(new RulesFolder(folder.root()).read()).rules()).hasSize(1);
  }

  @Test
  void filesWithoutEndAreRefusedByTheirSizeAndNeverHeldWhole() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Files.writeString(folder.root().resolve("headgate.dsl"), "#".repeat(300 * 1024));
    for (String end : List.of("drl", "dslr", "csv")) {
      Files.writeString(folder.path("giant." + end), "/".repeat(300 * 1024));
    }
    LoadException refusal =
        catchThrowableOfType(
            LoadException.class, () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()));
    assertThat(refusal.faults())
        .hasSize(4)
        .allMatch(fault -> fault.message().contains("is larger than 256 KiB"));
  }

  @Test
  void manyLargeFilesAreRefusedByWhatTheyAreTogether() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    for (int i = 0; i < 66; i++) {
      Files.writeString(folder.path("large" + i + ".drl"), "/".repeat(255 * 1024));
    }
    LoadException refusal =
        catchThrowableOfType(
            LoadException.class, () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()));
    assertThat(refusal.faults()).anyMatch(fault -> fault.message().contains("more than 16 MiB"));
  }

  @Test
  void aFileIsNamedByWhatIsSeenOfItsName() throws Exception {
    for (String name : List.of("a\u001B[2Jb.drl", "a\u202Eb.drl", "a\nb.drl")) {
      Folder folder = new Folder(Files.createTempDirectory(temp, "rules"));
      Files.writeString(folder.path(name), Folder.RULES.replace("size", "another"));
      assertThat(
              catchThrowableOfType(
                      LoadException.class,
                      () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()))
                  .faults())
          .singleElement()
          .asString()
          .startsWith("policies/test/a?")
          .contains("b.drl: found a name with signs that are not seen");
    }
  }

  @Test
  void aLinkToItselfIsNamed() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Files.createSymbolicLink(folder.path("loop.drl"), Path.of("loop.drl"));
    assertThat(
            catchThrowableOfType(
                    LoadException.class,
                    () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()))
                .faults())
        .singleElement()
        .asString()
        .startsWith("policies/test/loop.drl: is a link that leads nowhere");
  }

  /** Limits of a staged set that nobody reads would be missed by nobody. */
  @Test
  void aWorkbookAmongTheLimitsOfASetIsNotLeftOut() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Path limits = Files.createDirectory(folder.root().resolve("limits"));
    Files.writeString(limits.resolve("DESK.CSV"), "who");
    assertThat(new RulesFolder(folder.root(), true).read().limits()).containsKey("DESK.CSV");
    Files.writeString(limits.resolve("desk.xlsx"), "PK");
    LoadException refusal =
        catchThrowableOfType(LoadException.class, () -> SetFiles.read(folder.root()));
    assertThat(refusal.faults().get(0).toString())
        .startsWith("limits/desk.xlsx: is no CSV file, so its limits would not count");
  }

  /** Whoever reads the message need not know where the node stands. */
  @Test
  void aFileThatVanishedIsNamedByItsPlaceBelowTheFolder() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    Path limits = Files.createDirectory(folder.root().resolve("limits"));
    Files.createSymbolicLink(limits.resolve("x.csv"), temp.resolve("nothing"));
    LoadException refusal =
        catchThrowableOfType(LoadException.class, () -> SetFiles.read(folder.root()));
    assertThat(refusal.faults().get(0).message())
        .isEqualTo("limits/x.csv is missing or vanished while it was read; put it back");
  }

  @Test
  void deepConditionsCountForWhatTheyCost() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    String deep = "quantity" + " + quantity".repeat(7) + " > 1";
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      rules.append(io.headgate.rules.drools.internal.Rules.text("r" + i, deep));
    }
    folder.write("deep.drl", rules.toString());
    LoadException refusal =
        catchThrowableOfType(
            LoadException.class, () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()));
    assertThat(refusal.faults())
        .extracting(Fault::toString)
        .singleElement()
        .asString()
        .startsWith("policies/test/deep.drl:79: found more than");
  }

  @Test
  void aSetThatWouldTakeTooLongToCompileIsRefusedAtTheRuleThatIsTooMuch() throws Exception {
    Folder folder = new Folder(Files.createDirectory(temp.resolve("rules")));
    String list = "\"A\"" + ", \"A\"".repeat(399);
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      rules.append(
          io.headgate.rules.drools.internal.Rules.text("r" + i, "account in (" + list + ")"));
    }
    folder.write("many.drl", rules.toString());
    LoadException refusal =
        catchThrowableOfType(
            LoadException.class, () -> NEVER_COMPILES.load(new RulesFolder(folder.root()).read()));
    assertThat(refusal.faults())
        .extracting(Fault::toString)
        .singleElement()
        .asString()
        .startsWith("policies/test/many.drl:51: found more than 2000 rules or 20000 comparisons");
  }
}
