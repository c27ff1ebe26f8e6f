package io.headgate.brokers.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.TimeInForce;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A venue in a folder of its own, and what it has reported. */
abstract class PaperStage {

  static final TimeInForce DAY = TimeInForce.DAY;
  static final TimeInForce GTC = TimeInForce.GTC;

  @TempDir Path folder;
  PaperSession session;

  @BeforeEach
  void start() {
    session = new PaperSession(PaperSession.settings(folder, 0, 0, 1));
  }

  List<ExecutionReport> trades() {
    return session.reports.of(ExecType.TRADE);
  }

  ExecutionReport last(ClOrdId id) {
    List<ExecutionReport> reports = session.reports.of(id);
    assertThat(reports).as("reports of %s", id).isNotEmpty();
    return reports.get(reports.size() - 1);
  }

  void assertTrades(String... quantityAtPrice) {
    assertThat(trades())
        .extracting(
            t -> Fixed.format(t.lastQty()) + "@" + Fixed.format(t.lastPx()) + " " + t.clOrdId())
        .containsExactly(quantityAtPrice);
  }
}
