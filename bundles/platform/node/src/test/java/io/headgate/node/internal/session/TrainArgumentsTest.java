package io.headgate.node.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainArgumentsTest {

  @TempDir Path cwd;

  @BeforeEach
  void data() throws Exception {
    Files.writeString(cwd.resolve("q.csv"), "1,2,3\n");
  }

  private TrainArguments parse(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("q.csv", "--instrument", "EURUSD.FXCM", "--columns", "millisOfDay,bid,ask"));
    arguments.addAll(Arrays.asList(more));
    return TrainArguments.parse(arguments, cwd);
  }

  @Test
  void whatIsNotSaidHasADefault() {
    TrainArguments arguments = parse("--out", "models/m.tribuo");

    assertThat(arguments.out()).isEqualTo(cwd.resolve("models/m.tribuo"));
    assertThat(arguments.onnx()).isNull();
    assertThat(arguments.horizon()).isEqualTo(10);
    assertThat(arguments.seed()).isEqualTo(1);
    assertThat(arguments.model()).isEmpty();
    assertThat(arguments.features()).contains("return(1)", "rsi(14)");
    assertThat(arguments.recorded().files()).containsExactly(cwd.resolve("q.csv"));
  }

  @Test
  void everythingCanBeSaid() {
    TrainArguments arguments =
        parse(
            "--out=m.tribuo",
            "--onnx",
            "m.onnx",
            "--features",
            "return( 5 ), spread",
            "--horizon=50",
            "--flat-bps",
            "0.5",
            "--model",
            "fm",
            "--seed",
            "-7",
            "--date",
            "2014-05-08",
            "--json");

    assertThat(arguments.onnx()).isEqualTo(cwd.resolve("m.onnx"));
    assertThat(arguments.features()).containsExactly("return(5)", "spread");
    assertThat(arguments.horizon()).isEqualTo(50);
    assertThat(arguments.flatBps()).isEqualTo(0.5);
    assertThat(arguments.model()).isEqualTo("fm");
    assertThat(arguments.seed()).isEqualTo(-7);
    assertThat(arguments.recorded().json()).isTrue();
    assertThat(arguments.recorded().options()).containsEntry("date", "2014-05-08");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--horizon | 0 | --horizon is '0', expected a number of steps from 1 to 100000",
        "--horizon | x | --horizon is 'x', expected",
        "--flat-bps | -1 | --flat-bps is '-1', expected a number from 0 to 1000",
        "--flat-bps | NaN | --flat-bps is 'NaN', expected",
        "--seed | 1.5 | --seed is '1.5', expected a whole number",
        "--features | sma(, | --features: 'sma('",
        "--features | spread,spread | named twice",
        "--strategy | momentum | train does not know --strategy",
        "--speed | 3 | train does not know --speed",
        "--colour | red | train does not know --colour; \"headgate train --help\" says",
        "--date | soon | --date is 'soon', expected a date",
      })
  void whatIsWrongIsNamed(String option, String value, String message) {
    assertThatThrownBy(() -> parse("--out", "m.tribuo", option, value))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> parse()).hasMessageContaining("--out is missing");
    assertThatThrownBy(() -> parse("--out")).hasMessageContaining("--out has no value");
    assertThatThrownBy(() -> parse("--out", "a", "--out", "b"))
        .hasMessageContaining("--out stands twice");
    assertThatThrownBy(() -> TrainArguments.parse(List.of("--out", "a"), cwd))
        .hasMessageContaining("train needs a FILE");
  }
}
