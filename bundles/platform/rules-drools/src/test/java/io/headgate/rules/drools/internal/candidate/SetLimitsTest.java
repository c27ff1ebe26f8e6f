package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rules.drools.internal.FailsLater;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.candidate.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that are staged, activated and taken back with their rule set. */
class SetLimitsTest {

  @TempDir Path base;

  @SuppressWarnings("NullAway.Init") // each test begins with start(…)
  private DeskStage stage;

  private void start(int approvals) throws IOException {
    stage = new DeskStage(base, approvals);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private Candidate staged(String limits) throws IOException {
    Folder next = stage.candidate("next", DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    limit(next.root(), limits);
    return stage.desk.stage("next", "ann", "tighter");
  }

  private static void limit(Path root, String text) throws IOException {
    Files.createDirectories(root.resolve("limits"));
    Files.writeString(root.resolve("limits/a.csv"), text);
    Files.writeString(root.resolve("limits/README.md"), "no limit file");
  }

  @Test
  void theHashCoversTheLimitsAndTheyServeWithTheRules() throws Exception {
    start(0);
    String before = stage.serving();
    Candidate one = staged("50");
    Candidate other = staged("60");
    assertThat(one.hash()).isNotEqualTo(other.hash());
    stage.served.clear();

    stage.desk.activate(one.hash(), "bob", "reviewed");
    assertThat(stage.serving()).isEqualTo(one.hash());
    assertThat(stage.served).containsExactly("a.csv=50");
    stage.desk.activate(other.hash(), "bob", "reviewed");
    assertThat(stage.desk.rollback("carl", "too tight").hash()).isEqualTo(one.hash());
    assertThat(stage.served).containsExactly("a.csv=50", "a.csv=60", "a.csv=50");
    stage.desk.activate(before, "carl", "as it was");
    assertThat(stage.served).as("the folder's").endsWith("");
  }

  @Test
  void limitsThatCouldNotServeAreNeitherStagedNorActivated() throws Exception {
    start(0);
    assertThatThrownBy(() -> staged("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limits/a.csv:2");
    assertThat(stage.desk.candidates()).hasSize(1);
  }

  @Test
  void keptLimitsThatWereChangedAreNotActivated() throws Exception {
    start(0);
    Candidate next = staged("50");
    Files.writeString(base.resolve("sets").resolve(next.hash()).resolve("limits/a.csv"), "5000");
    stage.served.clear();
    assertThatThrownBy(() -> stage.desk.activate(next.hash(), "bob", "x"))
        .hasMessageContaining("were changed");
    assertThat(stage.served).isEmpty();
  }

  @Test
  void afterARestartTheyServeAgainUnlessOthersWereSavedSince() throws Exception {
    start(0);
    limit(stage.folder.root(), "100");
    Candidate next = staged("50");
    stage.desk.activate(next.hash(), "bob", "reviewed");
    stage.close();
    stage = new DeskStage(base, 0);
    assertThat(stage.serving()).isEqualTo(next.hash());
    assertThat(stage.served).containsExactly("a.csv=50");
    stage.close();

    limit(stage.folder.root(), "90");
    stage = new DeskStage(base, 0);
    assertThat(stage.serving()).as("the rules were not touched").isEqualTo(next.hash());
    assertThat(stage.served).as("those of the folder").containsExactly("");
    stage.close();

    limit(stage.folder.root(), "100");
    stage.folder.write("more.drl", Rules.text("more", "quantity > 1000"));
    stage = new DeskStage(base, 0);
    assertThat(stage.serving()).as("a changed policy").isNotEqualTo(next.hash());
  }

  @Test
  void theLimitsOfASetThatFailsOnItsFirstOrderGoWithIt() throws Exception {
    start(0);
    String before = stage.serving();
    Folder next = stage.candidate("next", Folder.RULES + FailsLater.RULE);
    limit(next.root(), "50");
    Candidate staged = stage.desk.stage("next", "ann", "overflows today");
    stage.desk.activate(staged.hash(), "bob", "reviewed");
    assertThat(stage.served).endsWith("a.csv=50");

    FailsLater.on(stage.store.current());
    assertThat(stage.serving()).isEqualTo(before);
    stage.store.poll();
    assertThat(stage.served).as("those of the set before").endsWith("a.csv=50", "");
  }

  @Test
  void whereApprovalIsAskedForASavedLimitIsOnlyStaged() throws Exception {
    start(1);
    Signer bob = Signer.named("bob");
    Signer carl = Signer.named("carl");
    stage.signers(bob.line(), carl.line());
    Candidate next = staged("50");
    stage.desk.approve(next.hash(), bob.signs(next.hash()), "bob");
    stage.desk.activate(next.hash(), "ann", "signed");
    assertThat(stage.served).containsExactly("a.csv=50 held");

    limit(stage.folder.root(), "5000");
    stage.store.apply();
    assertThat(stage.serving()).isEqualTo(next.hash());
    assertThat(stage.served).hasSize(1);
    assertThat(stage.alarms.isActive("rules.staged")).isTrue();
    Candidate saved = stage.desk.candidates().get(0);
    stage.desk.approve(saved.hash(), bob.signs(saved.hash()), "bob");
    stage.desk.approve(saved.hash(), carl.signs(saved.hash()), "carl");
    stage.desk.activate(saved.hash(), "ann", "signed by two");
    assertThat(stage.served).endsWith("a.csv=5000 held");
  }
}
