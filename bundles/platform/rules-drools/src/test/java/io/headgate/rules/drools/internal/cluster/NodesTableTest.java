package io.headgate.rules.drools.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import io.headgate.spi.rules.RuleNode;
import io.headgate.testkit.fake.FakeSharedBoard;
import io.headgate.testkit.time.FixedClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each node judges by, as every node lists it. */
class NodesTableTest {

  private static final String LIMITS = "ab".repeat(32);

  @TempDir Path base;
  private final FixedClock clock = new FixedClock();
  private NodeStage n1;
  private NodeStage n2;
  private String serving;

  @BeforeEach
  void oneSetOnBoth() throws Exception {
    n1 = new NodeStage("N1", base.resolve("N1"), clock, 0, true);
    n2 = new NodeStage("N2", base.resolve("N2"), clock, 0, true);
    serving = n1.serving();
  }

  @AfterEach
  void stop() {
    n1.close();
    n2.close();
  }

  private void settle() {
    for (int round = 0; round < 4; round++) {
      n1.exchange.look();
      n2.exchange.look();
    }
  }

  @Test
  void aNodeAloneIsTheOnlyOneAndEqualsItself() {
    RuleNode alone = new RuleNode("N1", serving, false, clock.epochNanos(), "", true, true);
    assertThat(n1.exchange.nodes()).as("before the first look").containsExactly(alone);
    n1.exchange.look();
    assertThat(n1.exchange.nodes()).containsExactly(alone);
  }

  @Test
  void aCanaryAndOtherLimitsAreSeenOnEachNodeUntilBothHaveTheSame() throws Exception {
    n1.board.connect(n2.board);
    long start = clock.epochNanos();
    clock.advanceMillis(1);
    String canary = n1.stage("two", Rules.text("two", "quantity > 2000"), "ann");
    n1.desk.canary(canary, "ann", "here first");
    n2.limits = LIMITS;
    settle();
    long since = clock.epochNanos();
    assertThat(n1.exchange.nodes())
        .containsExactly(
            new RuleNode("N1", canary, true, since, "", true, true),
            new RuleNode("N2", serving, false, start, LIMITS, false, false));
    assertThat(n2.exchange.nodes())
        .containsExactly(
            new RuleNode("N1", canary, true, since, "", false, false),
            new RuleNode("N2", serving, false, start, LIMITS, true, true));

    clock.advanceMillis(1);
    n1.limits = LIMITS;
    n1.desk.activate(canary, "ann", "it did well");
    settle();
    RuleNode first = new RuleNode("N1", canary, false, clock.epochNanos(), LIMITS, true, true);
    RuleNode second = new RuleNode("N2", canary, false, clock.epochNanos(), LIMITS, true, true);
    assertThat(n1.exchange.nodes()).containsExactly(first, second);
    assertThat(n2.exchange.nodes()).containsExactly(first, second);

    n1.board.cut(n2.board);
    assertThat(n1.exchange.nodes()).as("who is gone drops out").containsExactly(first);
  }

  private int raised() {
    return n1.alarms.active().stream()
        .filter(alarm -> alarm.key().equals(ServingHashes.ALARM))
        .mapToInt(Alarm::count)
        .sum();
  }

  private void tellAsN2(String said) {
    clock.advanceMillis(1);
    n1.board.post(
        new Posting(
            "rules/serving/N2",
            new Stamp(clock.epochNanos(), "N2"),
            said.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatHasNotChangedIsToldOnce() {
    n1.exchange.look();
    Posting told = n1.board.latest("rules/serving/N1");
    clock.advanceMillis(1);
    n1.exchange.look();
    assertThat(n1.board.latest("rules/serving/N1")).isEqualTo(told).isNotNull();
  }

  /** A node of a later version that judges otherwise is not passed over in silence. */
  @Test
  void whatALaterVersionSaysBesidesIsPassedOver() {
    n1.board.connect(n2.board);
    n1.board.connect(new FakeSharedBoard("N3")); // which has told nothing
    String other = "cd".repeat(32);
    tellAsN2(other + " canary since 7 limits " + LIMITS + " gear straight");
    RuleNode later = new RuleNode("N2", other, true, 7, LIMITS, false, false);
    assertThat(n1.exchange.nodes().get(1)).isEqualTo(later);
    n1.exchange.look();
    assertThat(n1.alarms.isActive(ServingHashes.ALARM)).isTrue();

    assertThat(raised()).as("it stands").isEqualTo(1);
    n1.exchange.look();
    assertThat(raised()).as("and is not raised at every look").isEqualTo(1);
    n1.alarms.clear(ServingHashes.ALARM, "ann");
    n1.exchange.look();
    assertThat(raised()).as("who clears it while they differ has it again").isEqualTo(1);

    tellAsN2(other + " since " + "9".repeat(19));
    RuleNode undated = new RuleNode("N2", other, false, 0, "", false, false);
    assertThat(n1.exchange.nodes().get(1)).as("a time that is none").isEqualTo(undated);
  }

  @Test
  void whoHasToldNothingThatCanBeReadHasNoHashAndIsNotTheSame() {
    n1.board.connect(n2.board);
    RuleNode unknown = new RuleNode("N2", "", false, 0, "", false, false);
    assertThat(n1.exchange.nodes().get(1)).as("nothing told yet").isEqualTo(unknown);
    for (String said : List.of("", " canary", "cd".repeat(40), "unready " + serving)) {
      tellAsN2(said);
      assertThat(n1.exchange.nodes().get(1)).as("told '%s'", said).isEqualTo(unknown);
      n1.exchange.look();
      assertThat(n1.alarms.isActive(ServingHashes.ALARM)).as("nothing to compare").isFalse();
    }
    n2.exchange.look();
    assertThat(n1.exchange.nodes().get(1).hash()).as("told anew").isEqualTo(serving);
    assertThat(n1.exchange.nodes().get(1).sameRules()).isTrue();
    assertThat(n1.exchange.nodes().get(1).sameLimits()).as("neither is known").isFalse();
  }
}
