package io.headgate.data.replay.internal;

import io.headgate.data.replay.internal.row.Row;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.MarketBatch.Kind;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.time.Clock;

/** Gathers rows into batches and gives them to the sink when they are due. */
final class Outlet {

  private final InstrumentId instrument;
  private final Kind kind;
  private final Settings.Delivery delivery;
  private final Times times;
  private final MarketSink sink;
  private final Tally tally;
  private final MarketBatch.Builder batch = MarketBatch.builder(CsvReplay.NAME);

  /**
   * Which times rows get.
   *
   * @param clock of the node
   * @param pace of this run
   * @param replaying whether time follows the events, so that rows are received when they happened
   */
  record Times(Clock clock, Pace pace, boolean replaying) {}

  Outlet(Settings settings, Times times, MarketSink sink, Tally tally) {
    this.instrument = settings.instrument();
    this.kind = settings.format().layout().kind();
    this.delivery = settings.delivery();
    this.times = times;
    this.sink = sink;
    this.tally = tally;
  }

  /** Takes a row; waits if it is not due yet. A row that is not due at a halt is dropped. */
  void add(Row row) {
    long tsEvent = row.time() + delivery.barNanos();
    if (times.pace().left(tsEvent) > 0) {
      flush();
      times.pace().await(tsEvent);
      if (times.pace().halted()) {
        return;
      }
    }
    long tsInit = times.replaying() ? tsEvent : times.clock().epochNanos();
    switch (kind) {
      case QUOTE ->
          batch.quote(
              instrument, tsEvent, tsInit, row.value(0), row.value(1), row.value(2), row.value(3));
      case TRADE -> batch.trade(instrument, tsEvent, tsInit, row.value(0), row.value(1));
      case BAR ->
          batch.bar(
              new Bar(
                  instrument,
                  tsEvent,
                  tsInit,
                  row.value(0),
                  row.value(1),
                  row.value(2),
                  row.value(3),
                  row.value(4)));
    }
    if (batch.size() >= delivery.batchSize()) {
      flush();
    }
  }

  /** Gives what was gathered to the sink. */
  void flush() {
    int rows = batch.size();
    if (rows > 0) {
      sink.accept(batch.build());
      batch.clear();
      tally.deliver(rows);
    }
  }
}
