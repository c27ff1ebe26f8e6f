package io.headgate.data.replay.internal.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows are delivered, and why the others are not. */
class RowReaderTest {

  private static final Tolerance TOLERANCE = new Tolerance(100, 10);

  private static RowReader reader(String columns, RowFormat.Header header) {
    Scale one = Scale.parse("scale", "1");
    RowFormat format =
        new RowFormat(Layout.parse(columns), ',', ZoneId.of("UTC"), one, one, header);
    RowReader reader = new RowReader(format, TOLERANCE);
    reader.begin(LocalDate.parse("2014-05-08"));
    return reader;
  }

  private static String read(RowReader reader, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    SkipReason reason = reader.read(bytes, 0, bytes.length);
    return reason == null ? "OK" : reason.name();
  }

  private static List<String> readAll(RowReader reader, String... lines) {
    return Arrays.stream(lines).map(line -> read(reader, line)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000,1.39,1.40 | OK",
        "2000,0,1.40 | OK",
        "2000,1.39,0 | OK",
        "2000,\"1.39\",1.40 | OK",
        "2000, 1.39 , 1.40 | OK",
        "2000,1.39,1.4E0 | OK",
        "2000,1.39,1.3895 | OK",
        "'' | BLANK_ROW",
        "' ' | BLANK_ROW",
        "2000,1.39 | MALFORMED_ROW",
        "2000,1.39,1.40,9 | MALFORMED_ROW",
        "2000,1.39,1.40,2001,1.39,1.40 | MALFORMED_ROW",
        "noon,1.39,1.40 | MALFORMED_ROW",
        "2000,abc,1.40 | MALFORMED_ROW",
        "2000,1.39,1e999999999 | MALFORMED_ROW",
        "2000,\"1.39,1.40 | MALFORMED_ROW",
        "2000,,1.40 | MISSING_PRICE",
        "2000,1.39,NaN | MISSING_PRICE",
        "2000,1.39,null | MISSING_PRICE",
        "2000,0,0 | ABSURD_PRICE",
        "2000,-1.39,1.40 | ABSURD_PRICE",
        "2000,1.39,1.20 | ABSURD_PRICE",
        "2000,139,140 | ABSURD_PRICE",
        "2000,1.39,99999999999 | ABSURD_PRICE",
        "2000,0.01,1.40 | ABSURD_PRICE",
        "2000,1.39,1.4000000001 | TOO_PRECISE",
        "86400001,1.39,1.40 | TIME_OUT_OF_RANGE",
        "-1,1.39,1.40 | TIME_OUT_OF_RANGE",
        "999,1.39,1.40 | TIME_BACKWARDS"
      })
  void rowsAfterAGoodOne(String line, String expected) {
    RowReader reader = reader("millisOfDay,bid,ask", RowFormat.Header.AUTO);
    assertThat(read(reader, "1000,1.39,1.40")).isEqualTo("OK");
    assertThat(read(reader, line)).as(reader.row().detail()).isEqualTo(expected);
    assertThat(reader.row().detail().isEmpty()).isEqualTo(expected.equals("OK"));
    assertThat(read(reader, "3000,1.39,1.40")).as("the row after").isEqualTo("OK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5,6,4,5,10 | OK",
        "1,5,6,4,5, | OK",
        "1,5,6,4,7,10 | ABSURD_PRICE",
        "1,5,6,5.5,5.6,10 | ABSURD_PRICE",
        "1,5,6,0,5,10 | ABSURD_PRICE",
        "1,5,6,4,5,-1 | ABSURD_SIZE",
        "1,5,6,4,5,99999999999 | ABSURD_SIZE",
        "1,5,6,4,,10 | MISSING_PRICE"
      })
  void bars(String line, String expected) {
    RowReader reader = reader("secondsOfDay,open,high,low,close,volume", RowFormat.Header.NO);
    assertThat(read(reader, line)).as(reader.row().detail()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'1,5,6', OK", "'1,5,', OK", "'1,0,6', ABSURD_PRICE", "'1,5,-6', ABSURD_SIZE"})
  void trades(String line, String expected) {
    RowReader reader = reader("secondsOfDay,price,size", RowFormat.Header.NO);
    assertThat(read(reader, line)).as(reader.row().detail()).isEqualTo(expected);
  }

  @Test
  void anAbsentSideHasNoSize() {
    RowReader reader = reader("millisOfDay,bid,bidSize,ask,askSize", RowFormat.Header.NO);
    assertThat(read(reader, "1,0,7,1.40,8")).isEqualTo("OK");
    assertThat(reader.row().value(1)).isZero();
    assertThat(reader.row().value(3)).isEqualTo(8_000_000_000L);
    assertThat(read(reader, "2,1.39,7,0,8")).isEqualTo("OK");
    assertThat(reader.row().value(1)).isEqualTo(7_000_000_000L);
    assertThat(reader.row().value(3)).isZero();
  }

  @Test
  void aLevelThatStaysIsTakenAfterThreeRows() {
    RowReader reader = reader("secondsOfDay,price", RowFormat.Header.NO);
    assertThat(readAll(reader, "1,100", "2,5", "3,5.1", "4,5.2", "5,5.3"))
        .containsExactly("OK", "ABSURD_PRICE", "ABSURD_PRICE", "OK", "OK");
    assertThat(readAll(reader, "6,100", "7,5", "8,100", "9,5", "10,100", "11,5"))
        .as("single wild rows never become the level")
        .containsExactly("ABSURD_PRICE", "OK", "ABSURD_PRICE", "OK", "ABSURD_PRICE", "OK");
    assertThat(readAll(reader, "12,100", "13,2000", "14,90", "15,100000", "16,5"))
        .as("wild rows that disagree never become the level")
        .containsExactly("ABSURD_PRICE", "ABSURD_PRICE", "ABSURD_PRICE", "ABSURD_PRICE", "OK");
  }

  @Test
  void aWidthThatStaysIsTakenAfterThreeRows() {
    RowReader reader = reader("secondsOfDay,price", RowFormat.Header.NO);
    assertThat(readAll(reader, "1,5,x", "2,5", "3,5,x", "4,5", "5,5", "6,5", "7,5", "8,5,x"))
        .containsExactly(
            "OK",
            "MALFORMED_ROW",
            "OK",
            "MALFORMED_ROW",
            "MALFORMED_ROW",
            "OK",
            "OK",
            "MALFORMED_ROW");
    reader.begin(null);
    assertThat(readAll(reader, "9,5,x,y", "10,5,x,y")).as("per file").containsOnly("OK");
  }

  @Test
  void headers() {
    String[] lines = {"Time,Bid,Ask", "1,1.39,1.40", "Time,Bid,Ask"};
    assertThat(readAll(reader("millisOfDay,bid,ask", RowFormat.Header.AUTO), lines))
        .containsExactly("HEADER", "OK", "MALFORMED_ROW");
    assertThat(readAll(reader("millisOfDay,bid,ask", RowFormat.Header.NO), lines))
        .containsExactly("MALFORMED_ROW", "OK", "MALFORMED_ROW");
    assertThat(readAll(reader("millisOfDay,bid,ask", RowFormat.Header.YES), "1,1.39,1.40"))
        .containsExactly("HEADER");
    assertThat(readAll(reader("millisOfDay,bid,ask", RowFormat.Header.AUTO), "", "<T>,\"<B>\",#A"))
        .containsExactly("BLANK_ROW", "HEADER");
    assertThat(readAll(reader("millisOfDay,bid,ask", RowFormat.Header.AUTO), "1,NaN,NaN", "a,b,1"))
        .as("a bad first row is no header")
        .containsExactly("MISSING_PRICE", "MALFORMED_ROW");
  }

  @Test
  void timesGoOnFromFileToFile() {
    RowReader reader = reader("secondsOfDay,price", RowFormat.Header.NO);
    assertThat(read(reader, "80000,5")).isEqualTo("OK");
    reader.begin(LocalDate.parse("2014-05-09"));
    assertThat(read(reader, "1,5")).isEqualTo("OK");
    reader.begin(LocalDate.parse("2014-05-08"));
    assertThat(read(reader, "80001,5")).isEqualTo("TIME_BACKWARDS");
  }

  @ParameterizedTest
  @CsvSource({"1, 9", "1.000, 9", "10000, 5", "0.01, 11", "1E+4, 5", "1000000000, 0", "1e-9, 18"})
  void scalesArePowersOfTen(String text, int exponent) {
    assertThat(Scale.parse("priceScale", text).exponent()).isEqualTo(exponent);
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "-10", "100.5", "x", "''", "10000000000", "4294967297"})
  void otherScalesAreRefused(String text) {
    assertThatThrownBy(() -> Scale.parse("priceScale", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("priceScale is '" + text)
        .hasMessageContaining("power of ten");
  }
}
