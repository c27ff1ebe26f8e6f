package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Candidate.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTest {

  @TempDir Path base;

  @SuppressWarnings("NullAway.Init") // each test begins with start(…)
  private DeskStage stage;

  private void start(int approvals) throws IOException {
    stage = new DeskStage(base, approvals);
  }

  private void restart(int approvals) throws IOException {
    String mine = Files.readString(stage.folder.path("size.drl"));
    stage.close();
    start(approvals);
    assertThat(mine).as("a start leaves the files alone").isNotBlank();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private Candidate staged(String who) throws IOException {
    stage.candidate("next", DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    return stage.desk.stage("next", who, "a collar");
  }

  @Test
  void aStagedSetServesOnlyOnceItIsActivatedAndOneActTakesItBack() throws Exception {
    start(0);
    String before = stage.serving();
    Candidate next = staged("ann");

    assertThat(next.state()).isEqualTo(State.STAGED);
    assertThat(next.author()).isEqualTo("ann");
    assertThat(next.rules()).isEqualTo(2);
    assertThat(stage.serving()).isEqualTo(before);

    Candidate serving = stage.desk.activate(next.hash().substring(0, 6), "bob", "reviewed");
    assertThat(serving.state()).isEqualTo(State.SERVING);
    assertThat(stage.serving()).isEqualTo(next.hash());
    assertThat(stage.store.status().rules()).hasSize(2);

    assertThat(stage.desk.rollback("carl", "blocks too much").hash()).isEqualTo(before);
    assertThat(stage.serving()).isEqualTo(before);
    assertThat(stage.desk.candidates())
        .filteredOn(one -> one.hash().equals(next.hash()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.state()).isEqualTo(State.RETIRED);
              assertThat(one.history())
                  .extracting(Candidate.Step::what)
                  .containsExactly("STAGED", "ACTIVATED");
              assertThat(one.history())
                  .extracting(Candidate.Step::who)
                  .containsExactly("ann", "bob");
            });
  }

  @Test
  void everyStageStandsInTheAuditTrailWhicheverDoorItCameBy() throws Exception {
    start(0);
    String before = stage.serving();
    Candidate next = staged("ann");
    stage.desk.shadow(next.hash(), true, "ann");
    stage.desk.activate(next.hash(), "bob", "reviewed");
    stage.desk.rollback("carl", "blocks too much");

    assertThat(stage.audited)
        .extracting(event -> event.caller().user() + ": " + event.what())
        .containsExactly(
            "-: rule set " + before + " SERVED: found in the rules folder at the start",
            "ann: rule set " + next.hash() + " STAGED: a collar",
            "ann: rule set " + next.hash() + " SHADOWED: begun",
            "bob: rule set " + next.hash() + " ACTIVATED: reviewed",
            "carl: rule set " + before + " ROLLED_BACK: blocks too much");
  }

  @Test
  void theFolderIsTakenAgainOnlyWhenItChanges() throws Exception {
    start(0);
    Candidate next = staged("ann");
    stage.desk.activate(next.hash(), "bob", "reviewed");
    for (int i = 0; i < 30; i++) {
      stage.store.poll();
    }
    assertThat(stage.serving()).isEqualTo(next.hash());
    stage.folder.write("more.drl", Rules.text("more", "quantity > 1000"));
    stage.store.apply();
    assertThat(stage.store.status().rules()).extracting("name").containsExactly("more", "size");
  }

  @Test
  void whatWasActivatedServesAgainAfterARestart() throws Exception {
    start(0);
    Candidate next = staged("ann");
    stage.desk.activate(next.hash(), "bob", "reviewed");
    restart(0);
    assertThat(stage.serving()).isEqualTo(next.hash());
  }

  @Test
  void aSetThatFailsItsExamplesIsNotStaged() throws Exception {
    start(0);
    stage
        .candidate("bad", DeskStage.WITH_A_LIMIT_OF_ITS_OWN)
        .write("examples.csv", "example,verdict,quantity,max-order-qty\nwrong,block,1,10\n");
    assertThatThrownBy(() -> stage.desk.stage("bad", "ann", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("examples.csv:2");
    assertThat(stage.desk.candidates()).hasSize(1);
  }

  @Test
  void keptFilesThatWereChangedAreNotActivated() throws Exception {
    start(0);
    Candidate next = staged("ann");
    String serving = stage.serving();
    Files.writeString(
        base.resolve("sets").resolve(next.hash()).resolve("policies/test/size.drl"),
        "// one more line\n",
        StandardOpenOption.APPEND);
    assertThatThrownBy(() -> stage.desk.activate(next.hash(), "bob", "x"))
        .hasMessageContaining("were changed");
    assertThat(stage.serving()).isEqualTo(serving);
  }

  @Test
  void aShadowedSetJudgesEveryOrderAndChangesNone() throws Exception {
    start(0);
    stage.past.order("ACC1", "ACME.SIM", 60);
    Candidate next = staged("ann");
    stage.desk.shadow(next.hash(), true, "ann");
    stage
        .past
        .order("ACC1", "ACME.SIM", 60)
        .other()
        .order("ACC1", "ACME.SIM", 10)
        .order("ACC2", "ACME.SIM", 60);
    await().atMost(Duration.ofMinutes(1)).until(() -> shadow(next).counts().orders() == 3);
    assertThat(shadow(next).counts().newlyBlocked()).as("not the order before").isEqualTo(1);
    assertThat(shadow(next).groups()).hasSize(3);
    assertThat(stage.serving()).isNotEqualTo(next.hash());

    stage.desk.shadow(next.hash(), false, "ann");
    assertThat(shadow(next).running()).isFalse();
    assertThatThrownBy(() -> stage.desk.shadow(next.hash(), false, "ann"))
        .hasMessageContaining("is not shadowed");
  }

  private Candidate.Shadow shadow(Candidate candidate) {
    return Objects.requireNonNull(
        stage.desk.candidates().stream()
            .filter(one -> one.hash().equals(candidate.hash()))
            .findFirst()
            .orElseThrow()
            .shadow());
  }

  private static KeyPair key() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static String line(String login, KeyPair key) {
    return login + " = " + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
  }

  private static String signed(KeyPair key, String hash) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(Candidate.message(hash).getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  @Test
  void withApprovalNothingServesUnsignedAndASavedFileOnlyStages() throws Exception {
    start(1);
    assertThat(stage.serving()).as("nobody has approved anything").isEmpty();
    assertThat(stage.store.status().faults()).singleElement().asString().contains("is staged as");
    assertThat(stage.alarms.isActive("rules.staged")).isTrue();
    Candidate saved = stage.desk.candidates().get(0);
    assertThat(saved.author()).isEmpty();
    assertThat(saved.approvalsNeeded()).as("its author is not known").isEqualTo(2);

    KeyPair ann = key();
    KeyPair bob = key();
    KeyPair carl = key();
    stage.signers(line("ann", ann), line("bob", bob), line("carl", carl), line("dora", bob));
    Candidate next = staged("ann");
    assertThat(next.approvalsNeeded()).isEqualTo(1);
    assertThatThrownBy(() -> stage.desk.activate(next.hash(), "ann", "x"))
        .hasMessageContaining("has 0 of 1 signatures");
    assertThatThrownBy(() -> stage.desk.approve(next.hash(), signed(ann, next.hash()), "ann"))
        .hasMessageContaining("somebody else");
    assertThatThrownBy(() -> stage.desk.approve(next.hash(), signed(carl, next.hash()), "bob"))
        .hasMessageContaining("no signature of");
    assertThatThrownBy(() -> stage.desk.approve(next.hash(), signed(bob, saved.hash()), "bob"))
        .hasMessageContaining("no signature of");
    assertThatThrownBy(() -> stage.desk.approve(next.hash(), "?", "eve"))
        .hasMessageContaining("eve has no public key");

    Candidate approved = stage.desk.approve(next.hash(), signed(bob, next.hash()), "bob");
    assertThat(approved.state()).isEqualTo(State.APPROVED);
    assertThat(approved.approvedBy()).containsExactly("bob");
    stage.desk.activate(next.hash(), "ann", "signed");
    assertThat(stage.serving()).isEqualTo(next.hash());
    assertThat(stage.alarms.isActive("rules.staged")).isFalse();

    stage.desk.approve(saved.hash(), signed(bob, saved.hash()), "bob");
    stage.desk.approve(saved.hash(), signed(bob, saved.hash()), "dora");
    assertThatThrownBy(() -> stage.desk.activate(saved.hash(), "ann", "x"))
        .as("one key with two names is one person")
        .hasMessageContaining("has 1 of 2 signatures");
    restart(1);
    assertThat(stage.serving()).as("after a restart").isEqualTo(next.hash());
  }

  @Test
  void aSetThatWaitsForApprovalIsNotCompiledAgainAndAgain() throws Exception {
    start(1);
    for (int i = 0; i < 35; i++) {
      stage.store.poll();
    }
    assertThat(stage.compiled).hasValue(1);
    String waits = stage.store.status().faults().toString();
    assertThat(waits).contains("is staged as");
    String sound = Files.readString(stage.folder.path("size.drl"));
    stage.folder.write("size.drl", "nonsense");
    stage.store.apply();
    assertThat(stage.store.status().faults().toString()).contains("size.drl:1");
    stage.folder.write("size.drl", sound);
    stage.store.apply();
    assertThat(stage.store.status().faults()).asString().isEqualTo(waits);
  }

  @Test
  void anApprovalWrittenIntoTheHistoryByHandOrOfAKeyThatWasTakenOutDoesNotCount() throws Exception {
    start(1);
    KeyPair bob = key();
    stage.signers(line("bob", bob));
    Candidate next = staged("ann");
    String forged = "1\t%s\tAPPROVED\tbob\t\tAAAA\n".formatted(next.hash());
    Files.writeString(base.resolve("sets/ledger.tsv"), forged, StandardOpenOption.APPEND);
    restart(1);
    assertThatThrownBy(() -> stage.desk.activate(next.hash(), "ann", "x"))
        .hasMessageContaining("has 0 of 1 signatures");

    stage.desk.approve(next.hash(), signed(bob, next.hash()), "bob");
    stage.signers("# nobody");
    assertThatThrownBy(() -> stage.desk.activate(next.hash(), "ann", "x"))
        .hasMessageContaining("has 0 of 1 signatures");
  }

  @Test
  void aHistoryThatCannotBeReadLetsNothingServeWhereApprovalIsAskedFor() throws Exception {
    start(1);
    Files.writeString(base.resolve("sets/ledger.tsv"), "nonsense\n");
    restart(1);
    assertThat(stage.serving()).isEmpty();
    assertThat(stage.store.status().faults()).singleElement().asString().contains("ledger.tsv:1");
    restart(0);
    assertThat(stage.serving()).as("without approval the folder serves").isNotEmpty();
    assertThat(stage.alarms.isActive("rules.history")).isTrue();
  }
}
