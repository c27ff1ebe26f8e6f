package io.headgate.data.replay.internal.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader against Commons CSV and BigDecimal, on random rows good and bad. */
class PlainRowsTest {

  private static final LocalDate DAY = LocalDate.parse("2014-05-08");
  private static final long MIDNIGHT = DAY.toEpochDay() * 86_400_000_000_000L;

  private static RowFormat format(String columns, String priceScale, String sizeScale) {
    return new RowFormat(
        Layout.parse(columns),
        ',',
        ZoneId.of("UTC"),
        Scale.parse("priceScale", priceScale),
        Scale.parse("sizeScale", sizeScale),
        RowFormat.Header.NO);
  }

  private static TimeColumn times(RowFormat format) {
    Layout layout = format.layout();
    TimeColumn times = new TimeColumn(layout.timeBase(), layout.timeColumn(), format.zone());
    times.date(DAY);
    return times;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readsWhatTheNaiveReaderReads(long seed) throws IOException {
    Random random = new Random(seed);
    String[] scales = {"1", "10000", "0.001", "1000000000", "0.000000001"};
    int accepted = 0;
    for (String priceScale : scales) {
      RowFormat format =
          format("millisOfDay,bid,-,ask,askSize", priceScale, scales[random.nextInt(2)]);
      PlainRows plain = new PlainRows(format, times(format));
      CarefulRows careful = new CarefulRows(format, times(format));
      for (int round = 0; round < 2_000; round++) {
        String line = randomRow(random);
        String difference = difference(line, plain, careful, naive(line, format));
        assertThat(difference).as("seed %d, %s [%s]", seed, format, line).isEmpty();
        byte[] bytes = line.getBytes(UTF_8);
        accepted += plain.read(bytes, 0, bytes.length, new Row()) ? 1 : 0;
      }
    }
    assertThat(accepted).isGreaterThan(500);
  }

  private static String difference(
      String line, PlainRows plain, CarefulRows careful, long @Nullable [] naive) {
    byte[] padded = ("9" + line + "9").getBytes(UTF_8);
    Row fast = new Row();
    boolean read = plain.read(padded, 1, padded.length - 1, fast);
    Row slow = new Row();
    SkipReason reason = careful.read(line, slow);
    if ((reason == null) != (naive != null)) {
      return "careful says %s %s, naive %s".formatted(reason, slow.detail, Arrays.toString(naive));
    }
    if (naive != null && !Arrays.equals(fields(slow), naive)) {
      return "careful reads %s".formatted(Arrays.toString(fields(slow)));
    }
    if (read && (!Arrays.equals(fields(fast), naive) || fast.columns != slow.columns)) {
      return "plain reads %s".formatted(Arrays.toString(fields(fast)));
    }
    return !read && naive != null && isOrdinary(line) ? "plain declines an ordinary row" : "";
  }

  private static long[] fields(Row row) {
    return new long[] {row.time, row.values[0], row.values[1], row.values[2], row.values[3]};
  }

  private static boolean isOrdinary(String line) {
    if (!line.matches("[0-9.,]*") || line.contains("..")) {
      return false;
    }
    String[] cells = line.split(",", -1);
    if (cells.length < 5 || cells[0].matches(".*\\.[0-9]{7,}")) {
      return false;
    }
    for (int i : new int[] {0, 1, 3, 4}) {
      String cell = cells[i];
      if (cell.isEmpty() || cell.length() > 18) {
        return false;
      }
    }
    return true;
  }

  private static String randomRow(Random random) {
    StringBuilder line = new StringBuilder(cell(random, random.nextInt(8) == 0));
    int columns = random.nextInt(20) == 0 ? random.nextInt(4) : 4 + random.nextInt(3);
    for (int i = 0; i < columns; i++) {
      line.append(',').append(cell(random, random.nextInt(12) == 0));
    }
    return line.toString();
  }

  private static String cell(Random random, boolean odd) {
    String number =
        switch (random.nextInt(4)) {
          case 0 -> Integer.toString(random.nextInt(86_400_000));
          case 1 -> "%d.%05d".formatted(random.nextInt(200), random.nextInt(100_000));
          case 2 -> "%d.%09d".formatted(random.nextInt(10), random.nextInt(1_000_000_000));
          default -> Long.toString(random.nextLong() >>> (1 + random.nextInt(62)));
        };
    if (!odd) {
      return number;
    }
    return switch (random.nextInt(14)) {
      case 0 -> "";
      case 1 -> "-" + number;
      case 2 -> "\"" + number + "\"";
      case 3 -> " " + number + " ";
      case 4 -> number + "e-3";
      case 5 -> "." + number;
      case 6 -> number + ".";
      case 7 -> number + "0000000000000";
      case 8 -> "abc";
      case 9 -> number + ".12345678912";
      case 10 -> "\"" + number;
      case 11 -> "+" + number;
      case 12 -> "1.2.3";
      default -> "0.000000000000000000";
    };
  }

  /** Time and the four values of a quote, or null if a row cannot be used. */
  private static long @Nullable [] naive(String line, RowFormat format) throws IOException {
    CSVRecord cells;
    try (CSVParser parser =
        CSVParser.parse(line, CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get())) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        return null;
      }
      cells = records.get(0);
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      return null;
    }
    if (cells.size() < 5) {
      return null;
    }
    try {
      BigDecimal price = BigDecimal.ONE.scaleByPowerOfTen(format.priceScale().power());
      BigDecimal size = BigDecimal.ONE.scaleByPowerOfTen(format.sizeScale().power());
      long nanos =
          new BigDecimal(cells.get(0))
              .movePointRight(6)
              .setScale(0, RoundingMode.DOWN)
              .longValueExact();
      if (nanos < 0 || nanos > 86_400_000_000_000L) {
        return null;
      }
      String askSize = cells.get(4);
      return new long[] {
        MIDNIGHT + nanos,
        scaled(cells.get(1), price),
        0,
        scaled(cells.get(3), price),
        askSize.isEmpty() ? 0 : scaled(askSize, size)
      };
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static long scaled(String cell, BigDecimal scale) {
    return new BigDecimal(cell)
        .divide(scale)
        .setScale(9, RoundingMode.UNNECESSARY)
        .unscaledValue()
        .longValueExact();
  }

  @Test
  void edgesOfTheRangeAreExact() {
    RowFormat format = format("millisOfDay,price,size", "1", "1");
    PlainRows plain = new PlainRows(format, times(format));
    Row row = new Row();
    byte[] most = "0,9223372036.85477580,9223372036".getBytes(UTF_8);
    assertThat(plain.read(most, 0, most.length, row)).isTrue();
    assertThat(row.values[0]).isEqualTo(9_223_372_036_854_775_800L);
    byte[] over = "0,1,9223372037".getBytes(UTF_8);
    assertThat(plain.read(over, 0, over.length, row)).isFalse();
    byte[] empty = "0,1,".getBytes(UTF_8);
    assertThat(plain.read(empty, 0, empty.length, row)).isFalse();
  }
}
