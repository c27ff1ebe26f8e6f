package io.headgate.rules.drools.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.approval.Ledger;
import io.headgate.testkit.time.FixedClock;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What nodes hear of each other where a set cannot be offered, or serves on the other already. */
class OfferTroubleTest extends NodesStage {

  private final FixedClock clock = new FixedClock();

  @Test
  void aNodeWhoseOwnSetCannotBeReadTakesTheNextOfAnotherNode() throws Exception {
    NodeStage n1 = node("N1", clock);
    NodeStage n2 = node("N2", clock);
    String broken = n1.activate("next", MORE, "ann");
    Files.delete(n1.base.resolve("sets").resolve(broken).resolve("policies/test/examples.csv"));
    n1.board.connect(n2.board);
    settle(n1, n2);
    assertThat(n1.board.latest(OFFER)).isNull();
    assertThat(n2.alarms.isActive(ServingHashes.ALARM)).as("what serves is told").isTrue();

    clock.advanceMillis(1);
    String next = n2.activate("other", OTHER, "bob");
    settle(n1, n2);
    assertThat(n1.serving()).isEqualTo(next);
    assertThat(n1.alarms.isActive(ServingHashes.ALARM)).isFalse();
  }

  @Test
  void aNodeThatServesASetAlreadyTakesItsSignaturesAndTheActIntoItsBooks() throws Exception {
    NodeStage n1 = node("N1", clock);
    NodeStage n2 = node("N2", clock);
    n1.board.connect(n2.board);
    String set = n1.activate("next", MORE, "ann");
    settle(n1, n2);
    assertThat(n2.serving()).isEqualTo(set);
    int audited = n2.audited.size();

    n1.lifecycle.note(set, Ledger.APPROVED, "bob", "", "signature");
    clock.advanceMillis(1);
    n1.desk.activate(set, "ann", "signed now");
    settle(n1, n2);
    assertThat(n2.lifecycle.ledger().of(set))
        .extracting(line -> line.step().what())
        .containsExactly("STAGED", "RECEIVED", "APPROVED", "RECEIVED");
    assertThat(n2.audited).hasSize(audited + 1);
  }
}
