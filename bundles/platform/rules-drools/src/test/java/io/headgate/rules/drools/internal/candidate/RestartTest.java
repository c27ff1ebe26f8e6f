package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rules.drools.internal.FailsLater;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.candidate.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serves after a start, and whether it may. */
class RestartTest {

  private static final String UNSIGNED = "rules.unsigned";

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

  private Candidate staged(String rules) throws IOException {
    stage.candidate("next", rules);
    return stage.desk.stage("next", "ann", "try");
  }

  private Candidate candidate(String hash) {
    return stage.desk.candidates().stream()
        .filter(one -> one.hash().equals(hash))
        .findFirst()
        .orElseThrow();
  }

  private void fails() {
    FailsLater.on(stage.store.current());
  }

  private void pollOften() {
    for (int i = 0; i < 25; i++) {
      stage.store.poll();
    }
  }

  @Test
  void anActivatedSetThatFailedOnItsFirstOrderStaysAway() throws Exception {
    start(0);
    String sound = stage.serving();
    Candidate broken = staged(Folder.RULES + FailsLater.RULE);
    stage.desk.activate(broken.hash(), "bob", "reviewed");
    fails();
    pollOften();
    assertThat(stage.serving()).isEqualTo(sound);
    assertThatThrownBy(() -> stage.desk.rollback("carl", "back"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failed on its first order");
    restart(0);
    pollOften();
    assertThat(stage.serving()).isEqualTo(sound);
    assertThatThrownBy(() -> stage.desk.rollback("carl", "back"))
        .hasMessageContaining("nothing to go back to");
    stage.desk.activate(broken.hash(), "bob", "once more");
    assertThat(stage.desk.rollback("carl", "back").hash()).isEqualTo(sound);
  }

  @Test
  void aSavedSetThatFailedOnItsFirstOrderStaysAwayAndIsSaidToUntilSomebodyReloads()
      throws Exception {
    start(0);
    String sound = stage.serving();
    stage.folder.write("clock.drl", FailsLater.RULE);
    stage.store.apply();
    String broken = stage.serving();
    assertThat(broken).isNotEqualTo(sound);
    fails();
    stage.store.poll();
    restart(0);
    pollOften();
    assertThat(stage.serving()).isEqualTo(sound);
    assertThat(stage.store.status().faults()).singleElement().asString().contains("rule:reload");
    assertThat(stage.alarms.isActive("rules.load")).isTrue();
    stage.store.apply();
    assertThat(stage.serving()).isEqualTo(broken);
    assertThat(stage.alarms.isActive("rules.load")).isFalse();
  }

  /** What the folder says again after it had come to say what serves is a change of it. */
  @Test
  void aFolderThatSaysAgainWhatItSaidBeforeAnActServesAfterAStartAsItDoesBetween()
      throws Exception {
    start(0);
    String sound = stage.serving();
    String more = Rules.text("more", "quantity > 900");
    stage.candidate("next", Folder.RULES).write("more.drl", more);
    Candidate next = stage.desk.stage("next", "ann", "try");
    stage.desk.activate(next.hash(), "bob", "reviewed");
    restart(0);
    assertThat(stage.serving()).as("the folder has not changed").isEqualTo(next.hash());

    stage.folder.write("more.drl", more);
    stage.store.apply();
    restart(0);
    assertThat(stage.serving()).as("both say the same").isEqualTo(next.hash());
    assertThat(candidate(next.hash()).history())
        .extracting(Candidate.Step::what)
        .containsExactly("STAGED", "ACTIVATED");

    Files.delete(stage.folder.path("more.drl"));
    restart(0);
    assertThat(stage.serving()).as("the folder has changed").isEqualTo(sound);
  }

  /** As if the node had looked on: what it said last is what it changes from. */
  @Test
  void aFolderThatSaysAgainWhatItSaidBeforeAnActServesEvenIfTheNodeWasDownBothTimes()
      throws Exception {
    start(0);
    String sound = stage.serving();
    String more = Rules.text("more", "quantity > 900");
    stage.candidate("next", Folder.RULES).write("more.drl", more);
    Candidate next = stage.desk.stage("next", "ann", "try");
    stage.desk.activate(next.hash(), "bob", "reviewed");
    stage.close();
    stage.folder.write("more.drl", more);
    start(0);
    assertThat(stage.serving()).as("both say the same").isEqualTo(next.hash());
    stage.close();
    Files.delete(stage.folder.path("more.drl"));
    start(0);
    assertThat(stage.serving()).as("the folder has changed").isEqualTo(sound);
  }

  @Test
  void anUnreadableFileInTheFolderKeepsNoApprovedSetFromServing() throws Exception {
    start(1);
    Signer bob = Signer.named("bob");
    stage.signers(bob.line());
    Candidate next = staged(DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    stage.desk.approve(next.hash(), bob.signs(next.hash()), "bob");
    stage.desk.activate(next.hash(), "ann", "signed");
    stage.close();
    Path odd = stage.folder.root().resolve("policies/x/notes.txt");
    Files.createDirectories(odd.getParent());
    Files.write(odd, new byte[] {(byte) 0xff});
    start(1);
    assertThat(stage.serving()).isEqualTo(next.hash());
    assertThat(stage.store.status().faults()).singleElement().asString().contains("notes.txt");
    assertThat(stage.alarms.isActive("rules.load")).isTrue();
    assertThat(stage.alarms.isActive(UNSIGNED)).isFalse();
  }

  @Test
  void whatServedBeforeSignaturesWereAskedForServesOnUnderACriticalAlarm() throws Exception {
    start(0);
    String saved = stage.serving();
    Candidate next = staged(DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    stage.desk.activate(next.hash(), "ann", "nobody signs here");
    restart(1);
    assertThat(stage.serving()).isEqualTo(next.hash());
    assertThat(stage.alarms.active())
        .filteredOn(alarm -> alarm.key().equals(UNSIGNED))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.level()).isEqualTo(Alarm.Level.CRITICAL))
        .satisfies(alarm -> assertThat(alarm.text()).contains("has 0 of 1 signatures"));
    assertThatThrownBy(() -> stage.desk.rollback("ann", "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has 0 of 2 signatures");
    assertThat(candidate(saved).approvalsNeeded()).as("who saved it?").isEqualTo(2);

    Signer bob = Signer.named("bob");
    stage.signers(bob.line());
    stage.desk.approve(next.hash(), bob.signs(next.hash()), "bob");
    pollOften();
    assertThat(stage.alarms.isActive(UNSIGNED)).isFalse();
    stage.signers("# nobody");
    pollOften();
    assertThat(stage.alarms.isActive(UNSIGNED)).as("a key was taken out").isTrue();
    restart(0);
    assertThat(stage.alarms.active()).as("nobody asks").isEmpty();
  }

  @Test
  void anUnknownAuthorAddsOneMoreToHoweverManyAreAskedFor() throws Exception {
    start(2);
    assertThat(stage.desk.candidates())
        .singleElement()
        .satisfies(saved -> assertThat(saved.approvalsNeeded()).isEqualTo(3));
    assertThat(staged(DeskStage.WITH_A_LIMIT_OF_ITS_OWN).approvalsNeeded()).isEqualTo(2);
  }
}
