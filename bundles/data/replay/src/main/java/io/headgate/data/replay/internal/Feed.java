package io.headgate.data.replay.internal;

import io.headgate.data.replay.internal.file.FileFailure;
import io.headgate.data.replay.internal.file.LineReader;
import io.headgate.data.replay.internal.file.RecordedFile;
import io.headgate.data.replay.internal.row.RowReader;
import io.headgate.data.replay.internal.row.SkipReason;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.FeedThread;
import io.headgate.spi.data.MarketSink;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over all files into a sink, on a thread of its own. */
final class Feed implements FeedThread.Run {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  /** Longest row, and how much is read at once. */
  private static final int LONGEST_ROW = 1 << 18;

  private final Settings settings;
  private final Pace pace;
  private final Outlet outlet;
  private final RowReader rows;
  private final Tally tally = new Tally();
  private volatile boolean refused;

  Feed(Settings settings, MarketSink sink, Outlet.Times times) {
    this.settings = settings;
    this.pace = times.pace();
    this.outlet = new Outlet(settings, times, sink, tally);
    this.rows = new RowReader(settings.format(), settings.tolerance());
  }

  @Override
  public void run() {
    String failure = readAllOrSayWhyNot();
    if (pace.halted() && failure.isEmpty()) {
      tally.publish(false, "");
      return;
    }
    tally.publish(true, failure);
    report(tally.progress());
  }

  private String readAllOrSayWhyNot() {
    try {
      readAll();
      return pace.halted() ? "" : judgeWhole();
    } catch (FileFailure e) {
      return e.getMessage();
    } catch (IllegalStateException e) {
      refused = true;
      return "the replay ended after %d delivered rows: %s"
          .formatted(tally.progress().delivered(), e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("replay failed", e);
      return "the replay failed after %d delivered rows: %s"
          .formatted(tally.progress().delivered(), e);
    }
  }

  private void readAll() throws FileFailure {
    for (String name : settings.files().names()) {
      for (Path path : settings.files().expand(name)) {
        if (!pace.halted()) {
          readFile(path);
        }
      }
    }
  }

  private void readFile(Path path) throws FileFailure {
    LineReader lines = null;
    RecordedFile opened = RecordedFile.open(path);
    try (RecordedFile file = opened) {
      while (!pace.halted() && file.nextPart()) {
        rows.begin(settings.dates().of(file, path.getFileName().toString()));
        lines = new LineReader(file.stream(), LONGEST_ROW);
        readPart(file, lines);
        lines = null;
      }
    } catch (IOException e) {
      long line = lines == null ? 0 : lines.line();
      if (lines != null && lines.insideLine()) {
        tally.skip(
            SkipReason.INCOMPLETE_ROW, opened.place(), line + 1, "the file breaks off in it");
      }
      throw opened.failure(e, line);
    } finally {
      // What was read before a failure is delivered, whatever comes after it.
      if (!pace.halted()) {
        outlet.flush();
      }
    }
  }

  private void readPart(RecordedFile file, LineReader lines) throws IOException, FileFailure {
    while (lines.next()) {
      SkipReason reason =
          lines.oversized()
              ? rows.tooLong(LONGEST_ROW)
              : rows.read(lines.bytes(), lines.from(), lines.to());
      if (reason == null) {
        outlet.add(rows.row());
      } else {
        skip(reason, file, lines.line());
      }
      if (pace.halted()) {
        return;
      }
    }
  }

  private void skip(SkipReason reason, RecordedFile file, long line) throws FileFailure {
    tally.skip(reason, file.place(), line, rows.row().detail());
    boolean harmless = reason == SkipReason.HEADER || reason == SkipReason.BLANK_ROW;
    if (settings.delivery().strict() && !harmless) {
      throw new FileFailure(
          "%s:%d is bad (%s: %s) and badRowPolicy is fail; correct the row, or set badRowPolicy to skip"
              .formatted(file.place(), line, reason, rows.row().detail()));
    }
  }

  /** Rows of which not one can be used were described wrongly. */
  private String judgeWhole() {
    tally.publish(false, "");
    FeedProgress progress = tally.progress();
    boolean headersAlone = progress.skipped() == skippedAs(progress, SkipReason.HEADER);
    if (progress.delivered() > 0 || headersAlone) {
      return "";
    }
    return "none of %d rows can be used (%s); check columns, delimiter, priceScale and date in %s"
        .formatted(progress.read(), progress.skippedByReason(), CfgFile.NAME);
  }

  private static long skippedAs(FeedProgress progress, SkipReason reason) {
    return progress.skippedByReason().getOrDefault(reason.name(), 0L);
  }

  private static void report(FeedProgress progress) {
    if (progress.failure().isEmpty()) {
      LOG.info(
          "replay ended: {} rows read, {} delivered, {} skipped {}",
          progress.read(),
          progress.delivered(),
          progress.skipped(),
          progress.skippedByReason());
    } else {
      LOG.error(
          "replay failed: {} ({} rows read, {} delivered, {} skipped {})",
          progress.failure(),
          progress.read(),
          progress.delivered(),
          progress.skipped(),
          progress.skippedByReason());
    }
  }

  @Override
  public void halt() {
    pace.halt();
  }

  @Override
  public boolean isOver() {
    return pace.halted() || progress().finished();
  }

  FeedProgress progress() {
    FeedProgress p = tally.progress();
    // A sink that is being closed refuses before it stops the feed; then the stop is the reason.
    return refused && pace.halted()
        ? new FeedProgress(p.read(), p.delivered(), p.skipped(), p.skippedByReason(), false, "")
        : p;
  }
}
