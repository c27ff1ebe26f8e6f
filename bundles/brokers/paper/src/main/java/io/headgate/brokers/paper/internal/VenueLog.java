package io.headgate.brokers.paper.internal;

import java.io.IOException;
import java.util.List;

/** Where the venue writes what happened, before it tells anybody. */
interface VenueLog {

  /** Keeps nothing: for a replay, whose venue begins and ends with it. */
  VenueLog NONE =
      new VenueLog() {
        @Override
        public void append(VenueEvent event) {}

        @Override
        public void rewrite(List<VenueEvent> events) {}

        @Override
        public void close() {}
      };

  /**
   * Hands an event to the operating system: it survives the end of this process.
   *
   * @throws IOException if it could not; nothing of it is in the log then
   */
  void append(VenueEvent event) throws IOException;

  /**
   * Replaces the whole log by a shorter one, in one step: a kill leaves the old one or the new one.
   *
   * @throws IOException if it could not; the old log goes on
   */
  void rewrite(List<VenueEvent> events) throws IOException;

  /** Ends writing. Twice does no harm. */
  void close();
}
