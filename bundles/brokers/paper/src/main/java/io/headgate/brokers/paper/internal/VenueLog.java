package io.headgate.brokers.paper.internal;

import java.io.IOException;

/** Where the venue writes what happened, before it tells anybody. */
interface VenueLog {

  /** Keeps nothing: for a replay, whose venue begins and ends with it. */
  VenueLog NONE =
      new VenueLog() {
        @Override
        public void append(VenueEvent event) {}

        @Override
        public void close() {}
      };

  /**
   * Hands an event to the operating system: it survives the end of this process.
   *
   * @throws IOException if it could not; nothing of it is in the log then
   */
  void append(VenueEvent event) throws IOException;

  /** Ends writing. Twice does no harm. */
  void close();
}
