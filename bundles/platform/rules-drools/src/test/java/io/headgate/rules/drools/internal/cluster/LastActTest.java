package io.headgate.rules.drools.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Candidate.Step;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import io.headgate.testkit.time.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The last act wins, whatever the clocks of the nodes say. */
class LastActTest extends NodesStage {

  @Test
  void aNodeThatStartsLaterDoesNotDateAnOlderActAnew() throws Exception {
    FixedClock clock = new FixedClock();
    NodeStage n1 = node("N1", clock);
    String older = n1.activate("old", MORE, "ann");
    n1.exchange.look();
    long time = Objects.requireNonNull(n1.board.latest(OFFER)).stamp().time();
    clock.advance(Duration.ofHours(2));
    NodeStage n2 = node("N2", clock);
    n1.board.connect(n2.board);
    settle(n1, n2);
    assertThat(n2.serving()).isEqualTo(older);
    assertThat(Objects.requireNonNull(n2.board.latest(OFFER)).stamp())
        .isEqualTo(new Stamp(time, "N1"));
  }

  @Test
  void anActOnANodeWhoseClockIsBehindWinsOverAnOfferOfWhatItServesAlready() throws Exception {
    FixedClock ahead = new FixedClock();
    FixedClock behind = new FixedClock();
    ahead.advance(Duration.ofHours(1));
    NodeStage n1 = node("N1", ahead);
    NodeStage n2 = node("N2", behind);
    String both = n2.activate("one", MORE, "ann");
    assertThat(n1.activate("one", MORE, "bob")).isEqualTo(both);
    n1.board.connect(n2.board);
    settle(n1, n2);
    String last = n2.activate("two", OTHER, "ann");
    settle(n1, n2);
    assertThat(n1.serving()).isEqualTo(last);
    assertThat(n2.serving()).isEqualTo(last);
  }

  @Test
  void anOfferWithoutAProperHashOrTimeIsRefusedAndChangesNoLaterAct() throws Exception {
    NodeStage n1 = node("N1", new FixedClock());
    String before = n1.serving();
    Step act = new Step(1, "ACTIVATED", "eve", "x");
    byte[] noHash = new Offer("abc", act, List.of(), new TreeMap<>()).encode();
    n1.board.post(new Posting(OFFER, new Stamp(Long.MAX_VALUE - 1, "N9"), noHash));
    n1.exchange.look();
    assertThat(n1.exchange.faults()).singleElement().asString().contains("it is dated 2262");
    n1.board.post(new Posting(OFFER, new Stamp(Long.MAX_VALUE, "N9"), noHash));
    n1.exchange.look();
    assertThat(n1.alarms.isActive(Exchange.REFUSED)).isTrue();
    n1.activate("one", MORE, "ann");
    assertThat(lastTime(n1)).isPositive().isLessThan(Long.MAX_VALUE / 2);
    assertThat(n1.serving()).isNotEqualTo(before);
  }

  @Test
  void anOfferWhoseHashIsTooShortIsRefusedByName() throws Exception {
    FixedClock clock = new FixedClock();
    NodeStage n1 = node("N1", clock);
    Step act = new Step(clock.epochNanos() + 1, "ACTIVATED", "eve", "x");
    byte[] noHash = new Offer("abc", act, List.of(), new TreeMap<>()).encode();
    n1.board.post(new Posting(OFFER, new Stamp(act.time(), "N9"), noHash));
    n1.exchange.look();
    assertThat(n1.exchange.faults()).singleElement().asString().contains("rule set abc of node N9");
    assertThat(n1.alarms.isActive(Exchange.REFUSED)).isTrue();
  }

  private static long lastTime(NodeStage node) {
    Candidate serving =
        node.desk.candidates().stream()
            .filter(one -> one.hash().equals(node.serving()))
            .findFirst()
            .orElseThrow();
    return serving.history().get(serving.history().size() - 1).time();
  }
}
