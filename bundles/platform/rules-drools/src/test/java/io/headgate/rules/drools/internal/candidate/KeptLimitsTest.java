package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.rules.drools.internal.FailsLater;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.candidate.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the limits of a set serve, and which do when its rules go. */
class KeptLimitsTest {

  private static final String MORE = Rules.text("more", "quantity > 900");

  @TempDir Path base;

  @SuppressWarnings("NullAway.Init") // each test begins with start(…)
  private DeskStage stage;

  private void start(int approvals) throws IOException {
    stage = new DeskStage(base, approvals);
  }

  private void restart(int approvals) throws IOException {
    stage.close();
    start(approvals);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private String staged(String name, String rules, String limits) throws IOException {
    Folder made = stage.candidate(name, Folder.RULES + rules);
    if (!limits.isEmpty()) {
      limit(made.root(), limits);
    }
    return stage.desk.stage(name, "ann", "try").hash();
  }

  private static void limit(Path root, String text) throws IOException {
    Files.createDirectories(root.resolve("limits"));
    Files.writeString(root.resolve("limits/a.csv"), text);
  }

  private Candidate candidate(String hash) {
    return stage.desk.candidates().stream()
        .filter(one -> one.hash().equals(hash))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSavedPolicyLeavesTheLimitsOfASetInForceAlsoAfterAStart() throws Exception {
    start(0);
    limit(stage.folder.root(), "800");
    stage.desk.activate(staged("next", "", "50"), "bob", "reviewed");
    stage.folder.write("more.drl", MORE);
    stage.store.apply();
    String saved = stage.serving();
    assertThat(stage.served).containsExactly("", "a.csv=50");
    restart(0);
    assertThat(stage.serving()).isEqualTo(saved);
    assertThat(stage.served).containsExactly("a.csv=50");

    stage.close();
    limit(stage.folder.root(), "90");
    start(0);
    assertThat(stage.served).as("saved while the node was down").containsExactly("");
  }

  @Test
  void limitsThatASaveHasEndedDoNotComeBackWithAStart() throws Exception {
    start(0);
    limit(stage.folder.root(), "800");
    String next = staged("next", MORE, "50");
    stage.desk.activate(next, "bob", "reviewed");
    stage.limitsOfSetServe = false;
    stage.store.poll();
    assertThat(stage.audited)
        .last()
        .satisfies(
            told -> assertThat(told.what()).contains(next).contains("rules/limits was saved"));
    restart(0);
    assertThat(stage.serving()).isEqualTo(next);
    assertThat(stage.served).as("though the folder says what it said").containsExactly("");
    assertThat(candidate(next).history())
        .extracting(Candidate.Step::what)
        .containsExactly("STAGED", "ACTIVATED");
  }

  /** Earlier versions wrote the hash of the whole folder second, and nothing third. */
  @Test
  void aSetWhoseLineAnEarlierVersionHasWrittenServesAfterAStartWithItsLimits() throws Exception {
    start(0);
    limit(stage.folder.root(), "800");
    String next = staged("next", MORE, "50");
    stage.desk.activate(next, "bob", "reviewed");
    stage.close();
    Path ledger = base.resolve("sets/ledger.tsv");
    List<String> lines = new ArrayList<>(Files.readAllLines(ledger));
    String last = lines.remove(lines.size() - 1);
    String[] words = last.split(" ", -1);
    assertThat(words[words.length - 1]).isEqualTo(next);
    words[words.length - 2] = "0".repeat(64);
    lines.add(String.join(" ", List.of(words).subList(0, words.length - 1)));
    Files.write(ledger, lines);
    start(0);
    assertThat(stage.serving()).isEqualTo(next);
    assertThat(stage.served).containsExactly("a.csv=50");
  }

  @Test
  void whereApprovalIsAskedForTheFolderServesThoughTheKeptCopyIsDamaged() throws Exception {
    start(1);
    Signer bob = Signer.named("bob");
    stage.signers(bob.line());
    limit(stage.folder.root(), "300");
    String same = staged("next", "", "300");
    signed(bob, same);
    stage.close();
    Files.writeString(base.resolve("sets").resolve(same).resolve("limits/a.csv"), "999");
    start(1);
    assertThat(stage.serving()).isEqualTo(same);
    assertThat(stage.served).containsExactly("a.csv=300 held");
  }

  @Test
  void whereApprovalIsAskedForASetWithoutLimitsMakesNoUnsignedNumbersLive() throws Exception {
    start(1);
    Signer bob = Signer.named("bob");
    stage.signers(bob.line());
    signed(bob, staged("next", "", "300"));
    limit(stage.folder.root(), "5000");
    stage.store.apply();
    String bare = staged("bare", MORE, "");
    signed(bob, bare);
    assertThat(stage.serving()).isEqualTo(bare);
    assertThat(stage.served).containsExactly("a.csv=300 held");
    restart(1);
    assertThat(stage.serving()).isEqualTo(bare);
    assertThat(stage.served).containsExactly("a.csv=300 held");
  }

  @Test
  void filesThatArePutBackWaitForNothing() throws Exception {
    start(1);
    Signer bob = Signer.named("bob");
    Signer carl = Signer.named("carl");
    stage.signers(bob.line(), carl.line());
    String saved = stage.desk.candidates().get(0).hash();
    stage.desk.approve(saved, bob.signs(saved), "bob");
    signed(carl, saved);
    stage.folder.write("more.drl", MORE);
    stage.store.apply();
    assertThat(stage.alarms.isActive("rules.staged")).isTrue();
    Files.delete(stage.folder.path("more.drl"));
    stage.store.apply();
    assertThat(stage.serving()).isEqualTo(saved);
    assertThat(stage.alarms.isActive("rules.staged")).isFalse();
  }

  private void signed(Signer signer, String hash) throws Exception {
    stage.desk.approve(hash, signer.signs(hash), signer.login());
    stage.desk.activate(hash, "ann", "signed");
  }

  @Test
  void aRollbackTakesTheLimitsBackThatServedWithTheRules() throws Exception {
    start(0);
    stage.desk.activate(staged("next", "", "50"), "bob", "reviewed");
    stage.folder.write("more.drl", MORE);
    stage.store.apply();
    stage.desk.activate(staged("other", Rules.text("other", "quantity > 700"), "70"), "bob", "x");
    stage.desk.rollback("carl", "back");
    assertThat(stage.served).containsExactly("", "a.csv=50", "a.csv=70", "a.csv=50");
  }

  @Test
  void nothingIsJudgedByASetThatServesAgainBeforeItsLimitsDo() throws Exception {
    start(0);
    String next = staged("next", "", "50");
    stage.desk.activate(next, "bob", "reviewed");
    stage.desk.activate(staged("broken", FailsLater.RULE, "60"), "bob", "reviewed");
    FailsLater.on(stage.store.current());
    assertThat(stage.serving()).isEqualTo(next);
    assertThat(stage.store.current()).as("its limits are still the other's").isNull();
    stage.store.settleLimits();
    assertThat(stage.served).endsWith("a.csv=60", "a.csv=50");
    assertThat(stage.store.current()).isNotNull();
    stage.store.poll();
    assertThat(stage.audited)
        .last()
        .satisfies(told -> assertThat(told.what()).contains(next).contains("serves again"));
  }

  @Test
  void limitsThatDifferAreSettledAtOnceAndThoseThatDoNotAreLeftAlone() throws Exception {
    start(0);
    stage.store.helpedBy(stage.store::settleLimits);
    stage.desk.activate(staged("next", "", "50"), "bob", "reviewed");
    stage.desk.activate(staged("broken", FailsLater.RULE, "60"), "bob", "reviewed");
    FailsLater.on(stage.store.current());
    assertThat(stage.served).endsWith("a.csv=60", "a.csv=50");
    assertThat(stage.store.current()).isNotNull();

    stage.folder.write("clock.drl", FailsLater.RULE);
    stage.store.apply();
    int before = stage.served.size();
    FailsLater.on(stage.store.current());
    assertThat(stage.store.current()).as("both have the same limits").isNotNull();
    assertThat(stage.served).hasSize(before);
  }

  @Test
  void aShadowHoldsOrdersAgainstTheLimitsOfItsOwnSet() throws Exception {
    start(0);
    String next = staged("next", "", "80");
    stage.desk.shadow(next, true, "ann");
    stage.past.order("ACC1", "ACME.SIM", 90);
    await().atMost(Duration.ofMinutes(1)).until(() -> shadow(next).counts().orders() == 1);
    assertThat(shadow(next).counts().newlyBlocked()).as("100 were allowed then").isEqualTo(1);
  }

  private Candidate.Shadow shadow(String hash) {
    Candidate.Shadow shadow = candidate(hash).shadow();
    assertThat(shadow).isNotNull();
    return shadow;
  }

  @Test
  void aKeptSetThatCannotBeReadIsListedWithTheReasonAmongTheOthers() throws Exception {
    start(0);
    String next = staged("next", MORE, "");
    stage.close();
    Files.delete(base.resolve("sets").resolve(next).resolve("policies/test/examples.csv"));
    start(0);
    assertThat(stage.desk.candidates()).hasSize(2);
    assertThat(candidate(next).source()).startsWith("cannot serve: ").contains("were changed");
    assertThat(candidate(stage.serving()).source()).isEmpty();
  }

  @Test
  void aStartWithFilesThatCannotServeFindsTheSetThatServedAndWhatIsSavedThenIsAnAct()
      throws Exception {
    start(0);
    stage.desk.activate(staged("next", MORE, "50"), "bob", "reviewed");
    String last = stage.serving();
    stage.folder.write("broken.drl", "rule broken");
    restart(0);
    assertThat(stage.serving()).isEqualTo(last);
    assertThat(stage.served).containsExactly("a.csv=50");
    assertThat(stage.store.status().faults()).singleElement().asString().contains("broken.drl");
    assertThat(stage.alarms.isActive("rules.load")).isTrue();

    stage.folder.write("broken.drl", Rules.text("sound", "quantity > 800"));
    stage.store.apply();
    assertThat(stage.serving()).isNotEqualTo(last);
    assertThat(candidate(stage.serving()).history())
        .singleElement()
        .satisfies(step -> assertThat(step.why()).isEqualTo("saved in the rules folder"));
    assertThat(stage.alarms.isActive("rules.load")).isFalse();
  }

  @Test
  void aFolderThatIsPutBackAsItWasAtTheActLetsTheSetOfTheActServeOn() throws Exception {
    start(0);
    stage.desk.activate(staged("next", MORE, ""), "bob", "reviewed");
    String last = stage.serving();
    stage.folder.write("broken.drl", "rule broken");
    restart(0);
    Files.delete(stage.folder.path("broken.drl"));
    for (int i = 0; i < 25; i++) {
      stage.store.poll();
    }
    assertThat(stage.serving()).isEqualTo(last);
    assertThat(stage.store.status().faults()).isEmpty();
  }
}
