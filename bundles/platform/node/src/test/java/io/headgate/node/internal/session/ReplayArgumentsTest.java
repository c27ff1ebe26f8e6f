package io.headgate.node.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayArgumentsTest {

  @TempDir Path cwd;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(cwd.resolve("a.csv"), "1,2,3\n");
    Files.writeString(cwd.resolve("b.csv"), "1,2,3\n");
    Files.createDirectory(cwd.resolve("folder"));
  }

  private ReplayArguments parse(String... arguments) {
    return ReplayArguments.parse(List.of(arguments), cwd);
  }

  private ReplayArguments with(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("a.csv", "--instrument", "EURUSD.FXCM", "--columns", "millisOfDay,bid,ask"));
    arguments.addAll(List.of(more));
    return ReplayArguments.parse(arguments, cwd);
  }

  @Test
  void readsEverything() {
    ReplayArguments arguments =
        parse(
            "a.csv",
            "--instrument",
            "EURUSD.FXCM",
            cwd.resolve("b.csv").toString(),
            "--date=2014-05-08",
            "--columns",
            "millisOfDay,bid,ask",
            "--zone",
            "America/New_York",
            "--price-scale",
            "10000",
            "--strategy",
            "momentum",
            "--set",
            "fast=3",
            "--set",
            "expression=a=b",
            "--json");

    assertThat(arguments.files()).containsExactly(cwd.resolve("a.csv"), cwd.resolve("b.csv"));
    assertThat(arguments.instrument()).hasToString("EURUSD.FXCM");
    assertThat(arguments.strategy()).isEqualTo("momentum");
    assertThat(arguments.settings())
        .containsExactlyInAnyOrderEntriesOf(java.util.Map.of("fast", "3", "expression", "a=b"));
    assertThat(arguments.json()).isTrue();
    assertThat(arguments.adapterSettings())
        .containsEntry("instrument", "EURUSD.FXCM")
        .containsEntry("columns", "millisOfDay,bid,ask")
        .containsEntry("date", "2014-05-08")
        .containsEntry("zone", "America/New_York")
        .containsEntry("priceScale", "10000")
        .containsEntry(
            "files",
            new String[] {cwd.resolve("a.csv").toString(), cwd.resolve("b.csv").toString()})
        .doesNotContainKey("strategy");
  }

  @Test
  void theStrategyIsMomentumUnlessSaidOtherwise() {
    assertThat(with().strategy()).isEqualTo("momentum");
    assertThat(with().json()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--date | 08.05.2014 | --date is '08.05.2014', expected a date such as 2014-05-08",
        "--zone | Mars/Base | --zone is 'Mars/Base', expected a time zone",
        "--price-scale | 0 | --price-scale is '0', expected a power of ten",
        "--price-scale | ten | --price-scale is 'ten', expected a power of ten",
        "--strategy | Momentum! | --strategy is 'Momentum!', expected the name of a strategy",
        "--set | fast | --set is 'fast', expected key=value",
        "--set | =3 | --set is '=3', expected key=value",
        "--set | 1a=3 | --set is '1a=3', expected key=value",
        "--colums | x | replay does not know --colums",
        "--instrument | X.Y | --instrument stands twice"
      })
  void aWrongArgumentIsNamedWithItsValueAndWhatWasExpected(
      String option, String value, String message) {
    assertThatThrownBy(() -> with(option, value))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> with("--date"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--date has no value, expected a date");
    assertThatThrownBy(() -> with("--date="))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--date has no value");
    assertThatThrownBy(() -> with("--set"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--set has no value, expected key=value");
  }

  @Test
  void whatIsNeededMustBeThere() {
    assertThatThrownBy(() -> parse("a.csv", "--columns", "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--instrument is missing, expected SYMBOL.VENUE");
    assertThatThrownBy(() -> parse("a.csv", "--instrument", "A.B"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--columns is missing");
    assertThatThrownBy(() -> parse("--instrument", "A.B", "--columns", "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("needs a FILE");
    assertThatThrownBy(() -> parse("a.csv", "--instrument", "AB", "--columns", "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--instrument is 'AB', expected SYMBOL.VENUE");
  }

  @Test
  void filesMustBeThere() {
    assertThatThrownBy(() -> with("missing.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(cwd.resolve("missing.csv") + " does not exist");
    assertThatThrownBy(() -> with("folder"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a folder, expected a file");
  }

  @Test
  void whatTheAdapterSaysOfItsKeysIsSaidOfTheOptions() {
    assertThat(
            ReplayArguments.inOptions(
                "etc/io.headgate.data.replay.cfg: priceScale '7': no power of ten"))
        .isEqualTo("--price-scale '7': no power of ten");
    assertThat(ReplayArguments.inOptions("etc/io.headgate.data.replay.cfg: batchSize is 0"))
        .isEqualTo("batchSize is 0");
    assertThat(ReplayArguments.inOptions("something else")).isEqualTo("something else");
  }
}
