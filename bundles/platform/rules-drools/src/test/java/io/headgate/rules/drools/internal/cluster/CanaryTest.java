package io.headgate.rules.drools.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Candidate.State;
import io.headgate.testkit.time.FixedClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A set that serves on one node first. */
class CanaryTest extends NodesStage {

  private static final String FOURTH = Rules.text("fourth", "quantity > 4000");
  private static final String THIRD = Rules.text("third", "quantity > 3000");

  private final FixedClock clock = new FixedClock();
  private final FixedClock other = new FixedClock();
  private NodeStage n1;
  private NodeStage n2;
  private String firm;
  private String canary;

  @BeforeEach
  void aCanaryOnOneOfTwoNodes() throws Exception {
    n1 = node("N1", clock);
    n2 = node("N2", other);
    n1.board.connect(n2.board);
    firm = n2.activate("one", MORE, "ann");
    settle();
    canary = n1.stage("two", OTHER, "ann");
    n1.desk.canary(canary, "ann", "here first");
    settle();
  }

  private void settle() {
    settle(n1, n2);
  }

  private void assertServing(String onFirst, String onSecond) {
    assertThat(n1.serving()).isEqualTo(onFirst);
    assertThat(n2.serving()).isEqualTo(onSecond);
    boolean differ = !onFirst.equals(onSecond);
    assertThat(n1.alarms.isActive(ServingHashes.ALARM)).isEqualTo(differ);
    assertThat(n2.alarms.isActive(ServingHashes.ALARM)).isEqualTo(differ);
  }

  private static State state(NodeStage node, String hash) {
    return node.desk.candidates().stream()
        .filter(one -> one.hash().equals(hash))
        .map(Candidate::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void staysOnItsNodeAndTheAlarmNamesItOnAll() {
    assertServing(canary, firm);
    assertThat(state(n1, canary)).isEqualTo(State.CANARY);
    for (NodeStage node : nodes) {
      assertThat(node.exchange.trouble())
          .contains(
              "N1 serves %s as a canary, N2 serves %s."
                  .formatted(canary.substring(0, 12), firm.substring(0, 12)),
              "rule:activate SET there",
              "rule:rollback there");
    }
  }

  @Test
  void servesOnAllOnceItIsActivated() {
    n1.desk.activate(canary, "ann", "it did well");
    settle();
    assertServing(canary, canary);
    assertThat(state(n1, canary)).isEqualTo(State.SERVING);
  }

  @Test
  void isTakenBackOnItsNodeAlone() {
    n1.desk.rollback("ann", "it did not");
    settle();
    assertServing(firm, firm);
    assertThat(n2.audited).as("nothing has come").isEmpty();
  }

  @Test
  void lastsOverARestartOfItsNode() throws Exception {
    n1.close();
    n1.board.cut(n2.board);
    n1 = node("N1", clock);
    n1.board.connect(n2.board);
    settle();
    assertServing(canary, firm);
    assertThat(state(n1, canary)).isEqualTo(State.CANARY);
  }

  @Test
  void endsWithALaterActElsewhereWhateverTheClocksSay() throws Exception {
    String later = n2.activate("three", THIRD, "bob");
    settle();
    assertServing(later, later);
    assertThat(state(n1, later)).isEqualTo(State.SERVING);
  }

  @Test
  void endsWithALaterActOfANodeWhoseClockIsBehind() throws Exception {
    clock.advance(Duration.ofHours(1));
    n1.desk.rollback("ann", "once more");
    n1.desk.canary(canary, "ann", "an hour later");
    String later = n2.activate("three", THIRD, "bob");
    settle();
    assertServing(later, later);
  }

  @Test
  void onTheNodeWhoseNameComesLastEndsToo() throws Exception {
    n1.desk.rollback("ann", "the other node first");
    n2.stage("two", OTHER, "ann");
    n2.desk.canary(canary, "ann", "there first");
    String later = n1.activate("three", THIRD, "bob");
    settle();
    assertServing(later, later);
  }

  @Test
  void becomesWhatAnotherNodeLetsServeOnAll() throws Exception {
    n2.activate("two", OTHER, "bob");
    settle();
    assertServing(canary, canary);
    assertThat(state(n1, canary)).isEqualTo(State.SERVING);
    n1.desk.rollback("ann", "not after all");
    settle();
    assertServing(firm, firm);
  }

  @Test
  void endsWhenItsFilesAreSavedInTheFolderWhichThenServesOnAll() throws Exception {
    save(Folder.RULES + OTHER);
    assertServing(canary, canary);
    assertThat(state(n1, canary)).isEqualTo(State.SERVING);
    String before = n1.lifecycle.wayBack().previous(canary);
    assertThat(before).isEqualTo(firm);

    save(Folder.RULES);
    assertThat(n1.serving()).as("as the folder was before").isNotIn(canary, firm);
    assertServing(n1.serving(), n1.serving());
  }

  /** The node looks twice: what is being written is left alone. */
  private void save(String rules) throws Exception {
    n1.folder.write("size.drl", rules);
    n1.store.poll();
    n1.store.poll();
    settle();
  }

  @Test
  void endsWithoutUndoingALaterActThatItsNodeHasNotHeardOf() throws Exception {
    n1.board.cut(n2.board);
    String later = n2.activate("three", THIRD, "bob");
    n1.desk.rollback("ann", "it did not");
    assertThat(n1.serving()).isEqualTo(firm);
    n1.board.connect(n2.board);
    settle();
    assertServing(later, later);
  }

  @Test
  void isNeverWhatARollbackGoesBackTo() throws Exception {
    n1.desk.rollback("ann", "it did not");
    String before = n1.lifecycle.wayBack().previous(firm);
    assertThat(before).isNotIn(canary, firm);
    String later = n2.activate("three", THIRD, "bob");
    settle();
    n1.desk.rollback("ann", "one back");
    settle();
    assertServing(firm, firm);
    assertThat(later).isNotEqualTo(firm);
  }

  @Test
  void afterACanaryGivesWayToWhatServesOnAll() throws Exception {
    String second = n1.stage("three", THIRD, "ann");
    n1.desk.canary(second, "ann", "the next one");
    settle();
    assertServing(second, firm);
    n1.desk.rollback("ann", "neither");
    settle();
    assertServing(firm, firm);
  }

  @Test
  void thatFailedOnItsFirstOrderGivesWayToTheCanaryBefore() throws Exception {
    String second = n1.stage("three", THIRD, "ann");
    n1.desk.canary(second, "ann", "the next one");
    assertThat(n1.lifecycle.wayBack().again(canary)).isEqualTo("CANARY");
    assertThat(n1.lifecycle.wayBack().again(firm)).isEqualTo("CANARY_ENDED");
    n1.desk.activate(second, "ann", "for all");
    assertThat(n1.lifecycle.wayBack().again(canary)).isEqualTo("CANARY");
    assertThat(n1.lifecycle.wayBack().again(firm)).isEqualTo("SERVED");

    n1.lifecycle.servesAgain(canary, "", "");
    assertThat(n1.lifecycle.wayBack().failedForAll()).isTrue();
    assertThat(n1.lifecycle.wayBack().beforeCanary()).as("not the one that failed").isEqualTo(firm);
    n1.desk.canary(n1.stage("four", FOURTH, "ann"), "ann", "another one");
    settle();
    assertThat(n2.serving()).as("nobody has let it serve on all again").isEqualTo(firm);
  }

  @Test
  void doesNotEndWithAnOlderActForWhatItsNodeHadAlready() throws Exception {
    n2.desk.rollback("bob", "as at the start");
    settle();
    String start = n1.serving();
    NodeStage n3 = node("N3", clock);
    assertThat(n3.serving()).as("the same folder").isEqualTo(start);
    n3.board.connect(n1.board);
    n3.exchange.look();
    String third = n3.stage("two", OTHER, "ann");
    n3.desk.canary(third, "ann", "here too");
    for (int i = 0; i < 3; i++) {
      n3.exchange.retry();
      n3.exchange.look();
    }
    assertThat(n3.serving()).isEqualTo(third);
  }

  @Test
  void cannotBeWhatServesOnAllAlready() {
    assertThatThrownBy(() -> n2.desk.canary(firm, "bob", "why not"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("serves here already, and not as a canary");
    assertThatThrownBy(() -> n1.desk.canary(canary, "ann", "once more"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("as a canary already; rule:activate");
    assertThatThrownBy(() -> n1.desk.activate(canary, "ann", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the reason is empty");
    assertThatThrownBy(() -> n1.desk.rollback("ann", ""))
        .hasMessageContaining("the reason is empty");
    assertThat(n1.serving()).isEqualTo(canary);
  }
}
