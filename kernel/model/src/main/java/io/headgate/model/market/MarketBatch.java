package io.headgate.model.market;

import io.headgate.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An immutable run of market events in columns, in the order in which the source sent them.
 *
 * <p>Batches share the fixed cost of a route hop among many ticks: rows are read by index, and an
 * event object is made only for a reader that wants one ({@link #event}).
 */
public final class MarketBatch {

  /** What a row holds. */
  public enum Kind {
    QUOTE,
    TRADE,
    BAR
  }

  private static final Kind[] KINDS = Kind.values();

  /** tsEvent, tsInit and five values. */
  private static final int COLUMNS = 7;

  private final String source;
  private final int size;
  private final byte[] kinds;
  private final InstrumentId[] instruments;
  private final long[] cells;

  private MarketBatch(Builder builder) {
    this.source = builder.source;
    this.size = builder.size;
    this.kinds = Arrays.copyOf(builder.kinds, size);
    this.instruments = Arrays.copyOf(builder.instruments, size);
    this.cells = Arrays.copyOf(builder.cells, size * COLUMNS);
  }

  /** A builder for the batch of one source. */
  public static Builder builder(String source) {
    return new Builder(source);
  }

  /** A batch of one event. */
  public static MarketBatch of(String source, MarketEvent event) {
    return builder(source).add(event).build();
  }

  /** Name of the data adapter that made the batch. */
  public String source() {
    return source;
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** What row {@code row} holds. */
  public Kind kind(int row) {
    return KINDS[kinds[row]];
  }

  /** Instrument of row {@code row}. */
  public InstrumentId instrument(int row) {
    return instruments[row];
  }

  /** Time at the source, UTC nanoseconds since 1970. */
  public long tsEvent(int row) {
    return cells[row * COLUMNS];
  }

  /** Time of receipt, UTC nanoseconds since 1970. */
  public long tsInit(int row) {
    return cells[row * COLUMNS + 1];
  }

  /**
   * One of the row's values, nine decimals. QUOTE: 0 bid price, 1 bid size, 2 ask price, 3 ask
   * size. TRADE: 0 price, 1 size. BAR: 0 open, 1 high, 2 low, 3 close, 4 volume.
   */
  public long value(int row, int column) {
    return cells[row * COLUMNS + 2 + column];
  }

  /** The row as an event object. */
  public MarketEvent event(int row) {
    return switch (kind(row)) {
      case QUOTE ->
          new Quote(
              instrument(row),
              tsEvent(row),
              tsInit(row),
              value(row, 0),
              value(row, 1),
              value(row, 2),
              value(row, 3));
      case TRADE ->
          new Trade(instrument(row), tsEvent(row), tsInit(row), value(row, 0), value(row, 1));
      case BAR ->
          new Bar(
              instrument(row),
              tsEvent(row),
              tsInit(row),
              value(row, 0),
              value(row, 1),
              value(row, 2),
              value(row, 3),
              value(row, 4));
    };
  }

  /** All rows as event objects, for tests and tools. */
  public List<MarketEvent> events() {
    List<MarketEvent> events = new ArrayList<>(size);
    for (int row = 0; row < size; row++) {
      events.add(event(row));
    }
    return events;
  }

  /** Fills a batch row by row; not safe for use by several threads. */
  public static final class Builder {
    private final String source;
    private int size;
    private byte[] kinds = new byte[64];
    private InstrumentId[] instruments = new InstrumentId[64];
    private long[] cells = new long[64 * COLUMNS];

    private Builder(String source) {
      this.source = source;
    }

    /** Rows so far. */
    public int size() {
      return size;
    }

    /** Forgets the rows, keeps the memory. */
    public Builder clear() {
      size = 0;
      return this;
    }

    /** Adds an event of any kind. */
    public Builder add(MarketEvent event) {
      if (event instanceof Quote q) {
        return quote(
            q.instrument(),
            q.tsEvent(),
            q.tsInit(),
            q.bidPrice(),
            q.bidSize(),
            q.askPrice(),
            q.askSize());
      }
      if (event instanceof Trade t) {
        return trade(t.instrument(), t.tsEvent(), t.tsInit(), t.price(), t.size());
      }
      return bar((Bar) event);
    }

    /** Adds a quote; see {@link Quote} for the units. */
    public Builder quote(
        InstrumentId instrument,
        long tsEvent,
        long tsInit,
        long bidPrice,
        long bidSize,
        long askPrice,
        long askSize) {
      int at = row(Kind.QUOTE, instrument, tsEvent, tsInit);
      cells[at] = bidPrice;
      cells[at + 1] = bidSize;
      cells[at + 2] = askPrice;
      cells[at + 3] = askSize;
      cells[at + 4] = 0;
      return this;
    }

    /** Adds a trade; see {@link Trade} for the units. */
    public Builder trade(
        InstrumentId instrument, long tsEvent, long tsInit, long price, long quantity) {
      int at = row(Kind.TRADE, instrument, tsEvent, tsInit);
      cells[at] = price;
      cells[at + 1] = quantity;
      cells[at + 2] = 0;
      cells[at + 3] = 0;
      cells[at + 4] = 0;
      return this;
    }

    /** Adds a bar. */
    public Builder bar(Bar bar) {
      int at = row(Kind.BAR, bar.instrument(), bar.tsEvent(), bar.tsInit());
      cells[at] = bar.open();
      cells[at + 1] = bar.high();
      cells[at + 2] = bar.low();
      cells[at + 3] = bar.close();
      cells[at + 4] = bar.volume();
      return this;
    }

    private int row(Kind kind, InstrumentId instrument, long tsEvent, long tsInit) {
      if (size == kinds.length) {
        kinds = Arrays.copyOf(kinds, size * 2);
        instruments = Arrays.copyOf(instruments, size * 2);
        cells = Arrays.copyOf(cells, size * 2 * COLUMNS);
      }
      int at = size * COLUMNS;
      kinds[size] = (byte) kind.ordinal();
      instruments[size] = instrument;
      cells[at] = tsEvent;
      cells[at + 1] = tsInit;
      size++;
      return at + 2;
    }

    /** The batch; the builder can be cleared and used again. */
    public MarketBatch build() {
      return new MarketBatch(this);
    }
  }
}
