package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayGroup;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.candidate.RuleDifference;
import io.headgate.spi.candidate.Tightness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir Path base;
  private DeskStage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new DeskStage(base, 0);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void tellsWhoseVerdictChangesByRuleAccountAndInstrumentWithNotional() throws Exception {
    stage.candidate("next", DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    stage.past.order("ACC1", "ACME.SIM", 60).order("ACC1", "BOLT.SIM", 70).other();
    stage
        .past
        .order("ACC2", "ACME.SIM", 60)
        .order("ACC1", "ACME.SIM", 200)
        .order("ACC1", "ACME.SIM", 1);

    Replay run = stage.run(ReplayRequest.all("next", RuleDesk.SERVING));

    assertThat(run.failure()).isEmpty();
    assertThat(run.state()).isEqualTo(Replay.State.DONE);
    assertThat(run.limits()).isEqualTo(RuleDesk.RECORDED);
    assertThat(run.counts().orders()).isEqualTo(5);
    assertThat(run.counts().newlyBlocked()).isEqualTo(2);
    assertThat(run.counts().changed()).isEqualTo(2);
    assertThat(run.progress().percent()).isEqualTo(100);
    assertThat(run.groups())
        .extracting(
            ReplayGroup::by,
            ReplayGroup::name,
            g -> g.counts().orders(),
            ReplayGroup::notional,
            ReplayGroup::currency)
        .containsExactly(
            tuple("rule", "mine", 2L, "1300", "USD"),
            tuple("account", "ACC1", 2L, "1300", "USD"),
            tuple("instrument", "ACME.SIM", 1L, "600", "USD"),
            tuple("instrument", "BOLT.SIM", 1L, "700", "USD"));
    assertThat(run.changes()).hasSize(2);
    assertThat(run.changes().get(0).before()).isEmpty();
    assertThat(run.changes().get(0).after()).contains("QTY_MINE", "measured 60", "limit 50");
    assertThat(run.changes().get(0).clOrdId()).isEqualTo("N1-1-1");
  }

  @Test
  void theSameSetChangesNothingAndTheRecordedVerdictsAreThoseThatItGives() throws Exception {
    stage.past.order("ACC1", "ACME.SIM", 60).order("ACC1", "ACME.SIM", 200);
    Verdict rights = new Verdict("rights", Severity.BLOCK, "RIGHTS_EXHAUSTED", 1, 0, Unit.QTY, "");
    stage.past.order("ACC1", "ACME.SIM", 20, List.of(rights));
    String hash = stage.serving().substring(0, 8);

    assertThat(stage.run(ReplayRequest.all(hash, hash)).counts().changed()).isZero();
    Replay recorded = stage.run(ReplayRequest.all(hash, RuleDesk.RECORDED));
    assertThat(recorded.counts().orders()).isEqualTo(3);
    assertThat(recorded.counts().changed()).isZero();
  }

  @Test
  void aRecordedBlockThatTheSetDoesNotKnowIsNewlyAllowed() throws Exception {
    Verdict gone = new Verdict("gone", Severity.BLOCK, "QTY_GONE", 20, 10, Unit.QTY, "");
    Verdict warned = new Verdict("gone", Severity.WARN, "QTY_GONE", 20, 10, Unit.QTY, "");
    stage.past.order("ACC3", "ACME.SIM", 20, List.of(gone));
    stage.past.order("ACC1", "ACME.SIM", 20, List.of(warned));
    stage.past.order("ACC1", "ACME.SIM", 200, List.of(gone));
    String hash = stage.serving();

    Replay run = stage.run(ReplayRequest.all(hash, RuleDesk.RECORDED));

    assertThat(run.counts().newlyAllowed()).isEqualTo(1);
    assertThat(run.counts().newWarnings()).isEqualTo(1);
    assertThat(run.counts().otherReasons()).isEqualTo(1);
    assertThat(run.groups())
        .filteredOn(group -> group.by().equals("rule") && group.name().equals("gone"))
        .extracting(ReplayGroup::currency)
        .as("amounts of two currencies are never added")
        .containsExactlyInAnyOrder("EUR", "USD");
  }

  @Test
  void onlyOrdersOfTheTimeAskedForAreJudged() throws Exception {
    for (int i = 0; i < 3_000; i++) {
      stage.past.order("ACC1", "ACME.SIM", 10);
    }
    long from = PastOrders.START + 2_500 * PastOrders.SECOND;
    String hash = stage.serving();

    Replay run =
        stage.run(
            ReplayRequest.all(hash, RuleDesk.RECORDED)
                .between(from, from + 100 * PastOrders.SECOND));

    assertThat(run.counts().orders()).isEqualTo(100);
    assertThat(run.progress().records()).as("what lies far before is not read").isLessThan(1_600);
  }

  @Test
  void aSetThatServesIsHeldAgainstTheLimitsThatServe() throws Exception {
    stage.past.order("ACC1", "ACME.SIM", 90).order("ACC1", "ACME.SIM", 70);

    Replay run =
        stage.run(ReplayRequest.all(RuleDesk.SERVING, RuleDesk.RECORDED).withTightness(80));

    assertThat(run.counts().newlyBlocked()).as("the limit is 80 now").isEqualTo(1);
    Tightness line = run.tightness().get(0);
    assertThat(line.limit()).isEqualTo("max-order-qty");
    assertThat(line.value()).isEqualTo("80");
    assertThat(line.orders()).isEqualTo(2);
    assertThat(line.caught()).isEqualTo(1);
    assertThat(line.nearMisses()).isEqualTo(1);
    assertThat(line.highest()).isEqualTo(112.5);
    assertThat(line.finding()).isEqualTo("BITES");
  }

  @Test
  void aLimitThatNothingComesNearIsSaidToBeNever() throws Exception {
    stage.candidate("next", DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    stage.past.order("ACC2", "ACME.SIM", 10).order("ACC2", "ACME.SIM", 79);

    Replay run = stage.run(ReplayRequest.all("next", RuleDesk.RECORDED).withTightness(80));

    assertThat(run.tightness())
        .extracting(Tightness::limit, Tightness::finding, Tightness::highest)
        .containsExactly(tuple("max-order-qty", "NEVER", 79.0), tuple("mine", "UNUSED", 0.0));
  }

  @Test
  void howNearOrdersComeToANumberOfARuleIsMeasuredOrSaidToBeUnknown() throws Exception {
    stage.candidate(
        "next",
        Folder.RULES
            + numbered("far", "quantity > 500", 500)
            + numbered("close", "quantity > 50", 50)
            + numbered("bites", "quantity > 40", 40)
            + numbered("least", "account == \"ACC2\", quantity < 8", 8)
            + numbered("nobody", "account == \"ACC9\", quantity > 50", 50)
            + numbered("other", "quantity > 60", 45));
    stage.past.order("ACC2", "ACME.SIM", 10).order("ACC2", "ACME.SIM", 49);

    Replay run = stage.run(ReplayRequest.all("next", RuleDesk.RECORDED).withTightness(90));

    assertThat(run.failure()).isEmpty();
    assertThat(run.tightness())
        .filteredOn(line -> line.source().startsWith("policies/"))
        .extracting(
            Tightness::limit,
            Tightness::finding,
            Tightness::value,
            Tightness::orders,
            Tightness::caught,
            Tightness::nearMisses,
            Tightness::highest)
        .containsExactly(
            tuple("bites", "BITES", "40", 2L, 1L, 0L, 122.5),
            tuple("close", "NEAR", "50", 2L, 0L, 1L, 98.0),
            tuple("least", "NEVER", "8", 2L, 0L, 0L, 80.0),
            tuple("far", "NEVER", "500", 2L, 0L, 0L, 9.8),
            tuple("other", "UNMEASURED", "", 2L, 0L, 0L, 0.0),
            tuple("nobody", "UNUSED", "50", 0L, 0L, 0L, 0.0));
  }

  private static String numbered(String name, String when, int number) {
    return """
        rule "%s"
        when
          $o : OrderContext(%s)
        then
          $o.block("QTY_OWN", $o.getQuantity(), %d, Unit.QTY);
        end
        """
        .formatted(name, when, number);
  }

  @Test
  void whatCannotBeReplayedIsSaidBeforeItBegins() throws Exception {
    assertThatThrownBy(() -> stage.desk.replay(ReplayRequest.all("gone", "serving"), "ann"))
        .hasMessageContaining("found no folder 'gone'");
    assertThatThrownBy(() -> stage.desk.replay(ReplayRequest.all("abcdef", "serving"), "ann"))
        .hasMessageContaining("no rule set is kept whose hash begins with abcdef");
    assertThatThrownBy(() -> stage.desk.replay(ReplayRequest.all("/etc", "serving"), "ann"))
        .hasMessageContaining("stands outside");
    stage.candidate("evil", "import java.io.File;");
    assertThat(stage.run(ReplayRequest.all("evil", "serving")).failure())
        .contains("policies/test/size.drl:1");
    Files.createSymbolicLink(base.resolve("link"), Path.of("/"));
    assertThatThrownBy(() -> stage.desk.replay(ReplayRequest.all("link", "serving"), "ann"))
        .hasMessageContaining("stands outside");
  }

  @Test
  void differencesAreOfMeaningNotOfWriting() throws Exception {
    stage.candidate("same", "// moved\n\n" + Folder.RULES);
    stage.candidate(
        "next",
        DeskStage.WITH_A_LIMIT_OF_ITS_OWN.replace(
            "quantity > maxOrderQty", "quantity > maxOrderQty, buy"));
    String hash = stage.serving();

    assertThat(stage.desk.diff(hash, "same")).isEmpty();
    assertThat(stage.desk.diff(hash, "next"))
        .extracting(RuleDifference::name, RuleDifference::change)
        .containsExactly(tuple("mine", "ADDED"), tuple("size", "CHANGED"));
    assertThat(stage.desk.diff("next", hash).get(0).before())
        .contains("policies/test/size.drl:7", "QTY_MINE");
  }
}
