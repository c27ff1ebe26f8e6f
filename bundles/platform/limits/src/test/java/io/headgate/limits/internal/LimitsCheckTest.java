package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsCheckTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private boolean check(Path checked) {
    return LimitsCheck.check(checked, new PrintStream(printed, true, UTF_8));
  }

  @Test
  void theShippedLimitsAreSound() {
    assertThat(check(Path.of("../../../rules/limits"))).isTrue();
    assertThat(printed.toString(UTF_8)).matches("[0-9]+ limits in [0-9]+ files are sound\\R");
  }

  @Test
  void everyFaultStandsInALineOfItsOwnWithFileAndLine() throws Exception {
    Files.writeString(folder.resolve("empty.csv"), "");
    Files.writeString(
        folder.resolve("firm.csv"),
        """
        who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis
        desk=X,*,max-order-qty,1,qty,block,,,,
        firm,*,max-order-qty,1,qty,block,,,,
        firm,*,max-order-qty,2,qty,block,,,,
        """);
    assertThat(check(folder)).isFalse();
    assertThat(printed.toString(UTF_8).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("limits/empty.csv:1: it is empty"))
        .anyMatch(line -> line.startsWith("limits/firm.csv:2: who is 'desk=X'"))
        .anyMatch(
            line ->
                line.startsWith("limits/firm.csv:4: max-order-qty for firm")
                    && line.contains("limits/firm.csv:3"));
  }

  @Test
  void whatIsNoFileOfTheFolderIsNotOpened() throws Exception {
    Path limits = Files.createDirectory(folder.resolve("limits"));
    Path elsewhere = Files.writeString(folder.resolve("secret"), "root:x:0:0\n");
    Files.createSymbolicLink(limits.resolve("firm.csv"), elsewhere);
    Files.createDirectory(limits.resolve("odd.csv"));
    Files.createSymbolicLink(limits.resolve("gone.csv"), folder.resolve("nothing"));
    assertThat(check(limits)).isFalse();
    assertThat(printed.toString(UTF_8))
        .contains("limits/firm.csv:1: it leads out of the folder")
        .contains("limits/odd.csv:1: it is no regular file")
        .contains("limits/gone.csv:1: it vanished while it was read; put it back")
        .doesNotContain("root:", folder.resolve("limits").toString());
  }

  /** Limits that nobody reads are worse than none: somebody believes in them. */
  @Test
  void aFileThatWasSavedAsSomethingElseIsNotPassedOver() throws Exception {
    Files.writeString(
        folder.resolve("DESK.CSV"),
        """
        who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis
        firm,*,max-order-qty,1,qty,block,,,,
        """);
    Files.writeString(folder.resolve("README.md"), "what stands here\n");
    Files.writeString(folder.resolve(".~lock.desk.xlsx#"), "open\n");
    assertThat(check(folder)).isTrue();
    assertThat(printed.toString(UTF_8)).startsWith("1 limits in 1 files are sound");
    Files.writeString(folder.resolve("Desk.xlsx"), "PK");
    Files.writeString(folder.resolve("desk\u202E.csv"), "PK");
    printed.reset();
    assertThat(check(folder)).isFalse();
    assertThat(printed.toString(UTF_8))
        .startsWith("limits/Desk.xlsx:1: it is no CSV file, so its limits would not count; export")
        .contains("limits/desk?.csv:1: its name has signs that are not seen");
  }

  @Test
  void allFilesTogetherAreBounded() throws Exception {
    String large = "# " + "x".repeat(6 * 1024 * 1024) + "\n";
    String rows =
        """
        who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis
        firm,*,%s,1,qty,block,,,,
        """;
    Files.writeString(folder.resolve("a.csv"), large + rows.formatted("max-order-qty"));
    Files.writeString(folder.resolve("b.csv"), large + rows.formatted("max-long-position"));
    assertThat(check(folder)).isTrue();
    Files.writeString(folder.resolve("c.csv"), large + rows.formatted("max-short-position"));
    printed.reset();
    assertThat(check(folder)).isFalse();
    assertThat(printed.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "limits/c.csv:1: all limit files up to this one are larger than 16 MB; delete what is"
                + " not in force");
  }
}
