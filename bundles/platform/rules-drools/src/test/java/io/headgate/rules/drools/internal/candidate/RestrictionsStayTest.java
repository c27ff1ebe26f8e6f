package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.decision.Severity;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of restricted instruments ends only where a set says so. */
class RestrictionsStayTest {

  @TempDir Path base;

  @SuppressWarnings("NullAway.Init") // each test begins with start()
  private DeskStage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new DeskStage(base, 0);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private void inForce(LimitKind kind, String source) {
    stage.inForce.add(
        new LimitRow(
            "firm",
            "instrument=SPY.ARCX",
            kind,
            0,
            Severity.BLOCK,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            "ann",
            "memo",
            source));
  }

  private String staged(String... files) throws Exception {
    Folder next = stage.candidate("next-" + files.length, DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    Files.createDirectories(next.root().resolve("limits"));
    for (String file : files) {
      Files.writeString(next.root().resolve("limits").resolve(file), file);
    }
    return stage.desk.stage("next-" + files.length, "ann", "tighter").hash();
  }

  @Test
  void aSetWithLimitsAndWithoutTheListIsNotActivated() throws Exception {
    inForce(LimitKind.RESTRICTED_QTY, "limits/restricted-eu.csv:3");
    String before = stage.serving();
    String without = staged("a.csv");
    stage.served.clear();
    assertThatThrownBy(() -> stage.desk.activate(without, "bob", "reviewed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limits/restricted-eu.csv is in force")
        .hasMessageContaining("its header alone");
    assertThatThrownBy(() -> stage.desk.canary(without, "bob", "reviewed"))
        .hasMessageContaining("limits/restricted-eu.csv is in force");
    assertThat(stage.serving()).isEqualTo(before);
    assertThat(stage.served).isEmpty();

    String with = staged("a.csv", "restricted-eu.csv");
    stage.desk.activate(with, "bob", "reviewed");
    assertThat(stage.serving()).isEqualTo(with);
  }

  @Test
  void aListThatCameWithASetGoesWithItOnTheWayBack() throws Exception {
    stage.desk.activate(staged("a.csv"), "bob", "reviewed");
    String before = stage.serving();
    stage.desk.activate(staged("a.csv", "restricted-eu.csv"), "bob", "reviewed");
    inForce(LimitKind.RESTRICTED_QTY, "limits/restricted-eu.csv:3");
    assertThat(stage.desk.rollback("carl", "too tight").hash()).isEqualTo(before);

    stage.desk.activate(staged("a.csv", "restricted-eu.csv"), "bob", "again");
    stage.limitsOfSetServe = false;
    assertThatThrownBy(() -> stage.desk.rollback("carl", "back"))
        .as("it stands in the folder")
        .hasMessageContaining("limits/restricted-eu.csv is in force");
  }

  @Test
  void aListThatCannotBeReadIsInForceToo() throws Exception {
    inForce(
        LimitKind.RESTRICTED_OPENING_QTY, "limits/restricted.csv: it vanished while it was read");
    String without = staged("a.csv");
    assertThatThrownBy(() -> stage.desk.activate(without, "bob", "reviewed"))
        .hasMessageContaining("limits/restricted.csv is in force");
  }

  @Test
  void whereNoListIsInForceOrTheFolderKeepsItNothingIsAsked() throws Exception {
    String without = staged("a.csv");
    assertThatCode(() -> stage.desk.activate(without, "bob", "x")).doesNotThrowAnyException();
    inForce(LimitKind.MAX_ORDER_QTY, "limits/restricted.csv:3");
    inForce(LimitKind.RESTRICTED_QTY, "limits/firm.csv:3");
    String other = staged("a.csv", "b.csv");
    assertThatCode(() -> stage.desk.activate(other, "bob", "x")).doesNotThrowAnyException();
    inForce(LimitKind.RESTRICTED_QTY, "limits/restricted.csv:3");
    stage.candidate("bare", DeskStage.WITH_A_LIMIT_OF_ITS_OWN);
    String bare = stage.desk.stage("bare", "ann", "rules alone").hash();
    assertThatCode(() -> stage.desk.activate(bare, "bob", "x")).doesNotThrowAnyException();
  }
}
