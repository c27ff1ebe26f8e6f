package io.headgate.testkit.venue;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.spi.broker.ExecutionSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The way back from the venue: in order and once each, unless told otherwise. */
final class VenueWire {

  private final List<ExecutionReport> held = new ArrayList<>();
  private final List<ExecutionReport> refused = new ArrayList<>();
  private final ExecutionSink sink;
  private boolean holding;
  private boolean cut;
  private int copies = 1;
  private long lost;

  VenueWire(ExecutionSink sink) {
    this.sink = sink;
  }

  void cut(boolean newCut) {
    cut = newCut;
  }

  void hold() {
    holding = true;
  }

  void copies(int number) {
    copies = number;
  }

  /** Reports that were lost while the wire was cut. */
  long lost() {
    return lost;
  }

  void report(ExecutionReport report) {
    if (cut) {
      lost++;
    } else if (holding) {
      held.add(report);
    } else {
      deliver(report);
    }
  }

  void release() {
    holding = false;
    List<ExecutionReport> now = List.copyOf(held);
    held.clear();
    now.forEach(this::deliver);
  }

  void releaseShuffled(long seed) {
    Collections.shuffle(held, new Random(seed));
    release();
  }

  /** Sends again what the sink could not make durable. */
  void resendRefused() {
    List<ExecutionReport> now;
    synchronized (refused) {
      now = List.copyOf(refused);
      refused.clear();
    }
    now.forEach(this::deliver);
  }

  private void deliver(ExecutionReport report) {
    for (int copy = 0; copy < copies; copy++) {
      sink.accept(report)
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  synchronized (refused) {
                    refused.add(report);
                  }
                }
              });
    }
  }
}
