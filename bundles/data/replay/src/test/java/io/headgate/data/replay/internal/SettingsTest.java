package io.headgate.data.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value out of range is refused with the file, the key and the value. */
class SettingsTest {

  static List<Arguments> wrongValues() {
    return List.of(
        Arguments.of("files", new String[] {}),
        Arguments.of("files", new String[] {" , "}),
        Arguments.of("instrument", ""),
        Arguments.of("instrument", "EURUSD"),
        Arguments.of("columns", ""),
        Arguments.of("columns", "millisOfDay,bid,price"),
        Arguments.of("columns", "yyyybb,bid,ask"),
        Arguments.of("date", ""),
        Arguments.of("date", "8 May 2014"),
        Arguments.of("date", "2014-02-30"),
        Arguments.of("zone", "Mars/Olympus"),
        Arguments.of("priceScale", "3"),
        Arguments.of("sizeScale", "0"),
        Arguments.of("barMillis", -2L),
        Arguments.of("barMillis", Long.MAX_VALUE),
        Arguments.of("speed", "0"),
        Arguments.of("speed", "fast"),
        Arguments.of("speed", "NaN"),
        Arguments.of("header", "maybe"),
        Arguments.of("delimiter", ""),
        Arguments.of("delimiter", "\""),
        Arguments.of("delimiter", ".."),
        Arguments.of("delimiter", "0"),
        Arguments.of("badRowPolicy", "guess"),
        Arguments.of("maxCrossedBps", -1.0),
        Arguments.of("maxCrossedBps", Double.NaN),
        Arguments.of("maxJumpFactor", 1.0),
        Arguments.of("batchSize", 0));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void wrongValuesAreRefused(String key, Object value) {
    assertThatThrownBy(() -> settings(Configured.quotes("a.csv").with(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("io.headgate.data.replay.cfg: " + key);
  }

  private static Settings settings(Configured configured) {
    return Settings.of(configured.config(), Path.of(""));
  }

  @Test
  void barsMustSayWhatTheirTimeIs() {
    Configured bars = Configured.quotes("a.csv").with("columns", "time,open,high,low,close");
    assertThatThrownBy(() -> settings(bars))
        .hasMessageContaining("barMillis is '-1'")
        .hasMessageContaining("before it has ended");
    assertThat(settings(bars.with("barMillis", 60_000L)).delivery().barNanos())
        .isEqualTo(60_000_000_000L);
    assertThat(settings(bars.with("barMillis", 0L)).delivery().barNanos()).isZero();
  }

  @Test
  void aDateIsNeededOnlyWhereTimesCountFromMidnight() {
    Configured counted = Configured.quotes("a.csv").with("date", "");
    assertThat(settings(counted.with("columns", "epochNanos,bid,ask")).dates())
        .isEqualTo(new Dates(null, false));
  }

  @Test
  void wordsAndNumbersOfTheDefaultsAreRead() {
    Settings settings = settings(Configured.quotes("a.csv").with("delimiter", "tab"));
    assertThat(settings.delivery().speed()).isInfinite();
    assertThat(settings.delivery().strict()).isFalse();
    assertThat(settings.format().delimiter()).isEqualTo('\t');
    assertThat(settings(Configured.quotes("a").with("speed", "2.5")).delivery().speed())
        .isEqualTo(2.5);
  }
}
