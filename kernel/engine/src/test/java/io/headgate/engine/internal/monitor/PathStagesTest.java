package io.headgate.engine.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Originator;
import io.headgate.spi.monitor.StageLatency;
import io.headgate.spi.monitor.VerdictCount;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PathStagesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final PathStages stages = new PathStages(nanos::get);

  private static ClOrdId id(long sequence) {
    return ClOrdId.parse("N1-1-" + Long.toString(sequence, 36).toUpperCase(java.util.Locale.ROOT));
  }

  private StageLatency stage(String name) {
    return stages.snapshot().stream()
        .filter(one -> one.stage().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyStageIsTimedFromTheOneBefore() {
    nanos.set(100);
    stages.decided(id(1));
    nanos.set(1_100);
    stages.durable(id(1));
    nanos.set(3_100);
    stages.sending(id(1));
    nanos.set(6_100);
    stages.answered(id(1));
    nanos.set(9_100);
    stages.answered(id(1));

    assertThat(stage("verdict-durable").sumNanos()).isEqualTo(1_000);
    assertThat(stage("durable-sent").sumNanos()).isEqualTo(2_000);
    assertThat(stage("sent-ack").sumNanos()).isEqualTo(3_000);
    assertThat(stage("sent-ack").count()).isEqualTo(1);
  }

  @Test
  void aCommandWhosePlaceWasTakenIsNotCountedFurther() {
    stages.decided(id(1));
    stages.decided(id(1 + PathStages.PLACES));
    nanos.set(50);
    stages.durable(id(1));
    stages.answered(id(1));
    assertThat(stage("verdict-durable").count()).isZero();
    stages.durable(id(1 + PathStages.PLACES));
    assertThat(stage("verdict-durable").count()).isEqualTo(1);
  }

  @Test
  void anAnswerToAnOrderOfAnEarlierStartIsNotTimed() {
    stages.decided(id(7));
    stages.answered(ClOrdId.parse("N1-2-7"));
    assertThat(stage("sent-ack").count()).isZero();
  }

  @Test
  void verdictsAreCountedByRuleAndReasonWithinBounds() {
    VerdictCounters counters = new VerdictCounters();
    for (int i = 0; i < VerdictCounters.MAX_PAIRS + 50; i++) {
      counters.add(decision("rule " + i));
    }
    counters.add(decision("rule 0"));

    List<VerdictCount> counts = counters.snapshot();
    assertThat(counts).hasSize(VerdictCounters.MAX_PAIRS + 1);
    assertThat(counts).contains(new VerdictCount("rule 0", "QTY_MAX", Severity.BLOCK, 2));
    assertThat(counts).contains(new VerdictCount("other", "other", Severity.BLOCK, 50));
  }

  private static Decision decision(String rule) {
    return new Decision(
        id(1),
        1,
        1,
        new CancelOrder(Originator.trader("DEMO", "ann"), "", id(1)),
        false,
        List.of(new Verdict(rule, Severity.BLOCK, "QTY_MAX", 2, 1, Unit.QTY, "")),
        "",
        InstrumentId.parse("A.B").toString());
  }
}
