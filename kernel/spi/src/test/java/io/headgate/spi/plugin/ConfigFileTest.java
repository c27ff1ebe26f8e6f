package io.headgate.spi.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told about a wrong value, and what is let through. */
class ConfigFileTest {

  private enum Style {
    TAKE,
    JOIN
  }

  private static final String PID = "io.headgate.strategies.trend";

  private static ConfigFile file(String key, String value) {
    return new ConfigFile(
        PID,
        Map.of(
            "felix.fileinstall.filename",
            "file:/opt/headgate/etc/io.headgate.strategies.trend-fx.cfg",
            "service.factoryPid",
            PID,
            key,
            value));
  }

  @Test
  void namesFileKeyValueRangeAndNextStep() {
    assertThatThrownBy(() -> file("periods", "0").whole("periods", () -> 0, 1, 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "etc/io.headgate.strategies.trend-fx.cfg: periods is '0', expected a whole number from"
                + " 1 to 99; correct it and save the file");
  }

  @Test
  void showsTheTextWhereTheContainerCannotReadIt() {
    LongSupplier unreadable =
        () -> {
          throw new IllegalStateException("cannot convert");
        };
    assertThatThrownBy(() -> file("periods", "many").whole("periods", unreadable, 1, 99))
        .hasMessageContaining("periods is 'many', expected a whole number from 1 to 99");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 50, 99})
  void takesWhatIsInTheRange(long value) {
    assertThat(file("periods", "").whole("periods", () -> value, 1, 99)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesNumbersOutOfRangeAndNoNumbers(double value) {
    assertThatThrownBy(() -> file("share", "x").number("share", () -> value, 0, 1))
        .hasMessageContaining("expected a number from 0.0 to 1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "101", "1e3", "0.0000000001"})
  void refusesDecimals(String text) {
    assertThatThrownBy(() -> file("fee", text).decimal("fee", () -> text, 0, 100 * Fixed.ONE))
        .hasMessageContaining("fee is '" + text + "', expected a decimal number from 0 to 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "tru", ""})
  void refusesWhatTheContainerTakesForFalse(String text) {
    assertThatThrownBy(() -> file("paced", text).flag("paced", () -> false))
        .hasMessageContaining("paced is '" + text + "', expected true or false");
  }

  @Test
  void readsFlagsListsAndConstants() {
    ConfigFile file = file("a", "True");
    assertThat(file.flag("a", () -> true)).isTrue();
    assertThat(file.flag("absent", () -> true)).isTrue();
    assertThat(file.list("b", () -> " x, y,,z ")).containsExactly("x", "y", "z");
    assertThat(file.oneOf("c", () -> " JOIN ", Style.class)).isEqualTo(Style.JOIN);
    assertThatThrownBy(() -> file.oneOf("c", () -> "join", Style.class))
        .hasMessageContaining("expected one of [TAKE, JOIN]");
    assertThat(file.instruments("d", () -> "BRVO.SIM, ALFA.SIM"))
        .containsExactly(InstrumentId.parse("ALFA.SIM"), InstrumentId.parse("BRVO.SIM"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', SYMBOL.VENUE with commas",
    "ALFA, SYMBOL.VENUE with commas",
    "'ALFA.SIM, ALFA.SIM', each instrument once"
  })
  void refusesInstruments(String text, String expected) {
    assertThatThrownBy(() -> file("i", text).instruments("i", () -> text))
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({"trend-1, trend-1", "Bad Name, trend-fx", "'', trend-fx"})
  void hasANameEvenIfThatIsWrong(String given, String expected) {
    assertThat(file("name", given).nameOr("name")).isEqualTo(expected);
  }

  @Test
  void namesTheConfigurationWhereThereIsNoFile() {
    assertThat(new ConfigFile("io.headgate.x", Map.of()).file()).isEqualTo("etc/io.headgate.x.cfg");
    assertThat(
            new ConfigFile(PID, Map.of("service.factoryPid", PID, "service.pid", PID + "~replay"))
                .file())
        .isEqualTo("configuration " + PID + "~replay");
  }
}
