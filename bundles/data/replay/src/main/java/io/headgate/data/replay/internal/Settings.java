package io.headgate.data.replay.internal;

import io.headgate.data.replay.internal.file.SourceFiles;
import io.headgate.data.replay.internal.row.Layout;
import io.headgate.data.replay.internal.row.RowFormat;
import io.headgate.data.replay.internal.row.RowFormat.Header;
import io.headgate.data.replay.internal.row.RowReader;
import io.headgate.data.replay.internal.row.Scale;
import io.headgate.data.replay.internal.row.Tolerance;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch.Kind;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The configuration, checked.
 *
 * @param files to read
 * @param instrument of all rows
 * @param format how rows are written
 * @param tolerance what a price may look like
 * @param dates of times of day
 * @param delivery how rows are sent
 */
record Settings(
    SourceFiles files,
    InstrumentId instrument,
    RowFormat format,
    Tolerance tolerance,
    Dates dates,
    Delivery delivery) {

  private static final long MOST_BAR_MILLIS = 31L * 24 * 3_600_000;
  private static final double FASTEST = 1e9;

  /**
   * How rows are sent.
   *
   * @param speed how many times as fast as recorded; infinite for as fast as it goes
   * @param barNanos from a bar's time to its end
   * @param batchSize most rows in one batch
   * @param strict whether a row that cannot be used ends the feed
   */
  record Delivery(double speed, long barNanos, int batchSize, boolean strict) {}

  /**
   * Reads a configuration.
   *
   * @param base folder from which relative file names count
   * @throws IllegalArgumentException if a value is missing, out of range or contradicts another;
   *     names file, key and value
   */
  static Settings of(ReplayConfig config, Path base) {
    SourceFiles files = SourceFiles.of(base, config.files());
    if (files.names().isEmpty()) {
      throw CfgFile.wrong("files", "", "paths of recorded rows, such as /data/eurusd-*.zip");
    }
    RowFormat format = format(config);
    Tolerance tolerance =
        new Tolerance(
            CfgFile.number("maxCrossedBps", config::maxCrossedBps, 0, 10_000),
            CfgFile.number("maxJumpFactor", config::maxJumpFactor, 1.01, 1_000_000));
    named(() -> new RowReader(format, tolerance));
    return new Settings(
        files,
        named(() -> InstrumentId.parse(config.instrument())),
        format,
        tolerance,
        Dates.parse(config.date(), format.layout().needsDate()),
        delivery(config, format.layout().kind()));
  }

  private static RowFormat format(ReplayConfig config) {
    return new RowFormat(
        named(() -> Layout.parse(config.columns())),
        delimiter(config.delimiter()),
        zone(config.zone()),
        named(() -> Scale.parse("priceScale", config.priceScale())),
        named(() -> Scale.parse("sizeScale", config.sizeScale())),
        header(config.header()));
  }

  private static Delivery delivery(ReplayConfig config, Kind kind) {
    long barMillis = CfgFile.whole("barMillis", config::barMillis, -1, MOST_BAR_MILLIS);
    if (kind == Kind.BAR && barMillis < 0) {
      throw CfgFile.wrong(
          "barMillis",
          barMillis,
          "the length of a bar (60000 for a minute) if its time is its beginning, or 0 if it is its"
              + " end: a bar must not be seen before it has ended");
    }
    return new Delivery(
        speed(config.speed()),
        Math.max(0, barMillis) * 1_000_000,
        (int) CfgFile.whole("batchSize", config::batchSize, 1, 65_536),
        strict(config.badRowPolicy()));
  }

  /** Adds the file to what a part says about its own key and value. */
  private static <T> T named(Supplier<T> parsed) {
    try {
      return parsed.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(CfgFile.NAME + ": " + e.getMessage(), e);
    }
  }

  private static char delimiter(String text) {
    String named = text.equalsIgnoreCase("tab") ? "\t" : text;
    boolean usable =
        named.length() == 1
            && named.charAt(0) < 128
            && !Character.isLetterOrDigit(named.charAt(0))
            && "\"\r\n.-+ ".indexOf(named.charAt(0)) < 0;
    if (!usable) {
      throw CfgFile.wrong("delimiter", text, "one character such as , ; | or the word tab");
    }
    return named.charAt(0);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.trim());
    } catch (DateTimeException e) {
      throw CfgFile.wrong("zone", text, "a zone such as UTC or America/New_York");
    }
  }

  private static Header header(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "yes" -> Header.YES;
      case "no" -> Header.NO;
      case "auto" -> Header.AUTO;
      default -> throw CfgFile.wrong("header", text, "yes, no or auto");
    };
  }

  private static boolean strict(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "skip" -> false;
      case "fail" -> true;
      default -> throw CfgFile.wrong("badRowPolicy", text, "skip or fail");
    };
  }

  private static double speed(String text) {
    if (text.trim().equalsIgnoreCase("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double speed = Double.parseDouble(text.trim());
      if (speed > 0 && speed <= FASTEST) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw CfgFile.wrong("speed", text, "max or a number above 0, such as 1 or 10");
    }
    throw CfgFile.wrong("speed", text, "max or a number above 0 and up to 1000000000");
  }
}
