package io.headgate.brokers.paper.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way in which anything happens at the venue: first into the log, then into the book. */
final class Ledger {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  /** Finished orders, and refusals, that are kept at least; at most three times as many. */
  private static final int KEPT = 50_000;

  private final Book book;
  private final VenueLog log;
  private final int kept;
  private volatile String failure = "";

  /** For tests: any log, and any number of finished orders. */
  Ledger(Book book, VenueLog log, int kept) {
    this.book = book;
    this.log = log;
    this.kept = kept;
  }

  /** Begins empty and keeps nothing. */
  static Ledger inMemory() {
    return new Ledger(new Book(), VenueLog.NONE, KEPT);
  }

  /**
   * Begins with what the folder's log holds.
   *
   * @throws IOException as {@link FileVenueLog#open}
   */
  static Ledger inFolder(Path folder) throws IOException {
    Book book = new Book();
    return new Ledger(book, FileVenueLog.open(folder, book::apply), KEPT);
  }

  Book book() {
    return book;
  }

  /**
   * Makes an event happen.
   *
   * @return false if the log could not take it: then it has not happened
   */
  boolean record(VenueEvent event) {
    try {
      log.append(event);
    } catch (IOException e) {
      if (failure.isEmpty()) {
        LOG.error("The paper venue does nothing more: {}", e.getMessage());
      }
      failure = String.valueOf(e.getMessage());
      return false;
    }
    book.apply(event);
    if (book.history() > 3 * kept) {
      shorten(event.time());
    }
    return true;
  }

  private void shorten(long time) {
    book.forget(kept);
    try {
      log.rewrite(book.events(time));
    } catch (IOException e) {
      LOG.warn("The paper venue's log grows on: {}", e.getMessage());
    }
  }

  /** Why nothing can happen any more; empty while it can. */
  String failure() {
    return failure;
  }

  void close() {
    log.close();
  }
}
