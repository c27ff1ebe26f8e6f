package io.headgate.rules.drools.internal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.candidate.Candidate.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("ledger.tsv");
  }

  private static Step step(long time, String what, String why) {
    return new Step(time, what, "ann", why);
  }

  private static long lastTime(Ledger ledger) {
    return ledger.served().get(ledger.served().size() - 1).step().time();
  }

  @Test
  void nothingStaysOfALineThatCouldNotBeWritten() throws Exception {
    AtomicBoolean full = new AtomicBoolean();
    Ledger ledger =
        new Ledger(
            file(),
            channel -> {
              if (full.get()) {
                throw new IOException("no space left");
              }
            });
    ledger.add("aa", step(5, Ledger.ACTIVATED, "x"), "");
    String before = Files.readString(file());
    full.set(true);
    assertThatThrownBy(() -> ledger.add("bb", step(6, Ledger.ACTIVATED, "y"), ""))
        .hasMessage("no space left");
    assertThat(file()).hasContent(before);
    assertThat(ledger.sets()).containsExactly("aa");

    full.set(false);
    ledger.add("cc", step(7, Ledger.ACTIVATED, "z"), "");
    assertThat(new Ledger(file()).sets()).containsExactly("cc", "aa");
  }

  @Test
  void anActOfAnotherNodeKeepsItsTimeAndOneOfThisNodeComesAfterAllThatAreKnown() throws Exception {
    Ledger ledger = new Ledger(file());
    ledger.add("aa", step(500, Ledger.SERVED, Lifecycle.FOUND), "");
    ledger.add("bb", step(100, Ledger.RECEIVED, "N2: x"), "");
    assertThat(lastTime(ledger)).isEqualTo(100);
    ledger.notBefore(900);
    ledger.notBefore(300);
    ledger.add("cc", step(200, Ledger.ACTIVATED, "x"), "");
    assertThat(lastTime(ledger)).isEqualTo(901);
    ledger.add("dd", step(200, Ledger.ROLLED_BACK, "x"), "");
    assertThat(lastTime(ledger)).isEqualTo(902);
  }

  @Test
  void theFolderComesToSayWhatServesAndNothingWasDone() throws Exception {
    Ledger ledger = new Ledger(file());
    ledger.add("aa", step(100, Ledger.ACTIVATED, "x"), "ff");
    ledger.add("bb", step(200, Ledger.STAGED, "y"), "next");
    ledger.folderSays("aa");
    for (Ledger read : List.of(ledger, new Ledger(file()))) {
      assertThat(read.served())
          .containsExactly(new Ledger.Line("aa", step(100, Ledger.ACTIVATED, "x"), "aa"));
      assertThat(read.sets()).containsExactly("bb", "aa");
    }
    ledger.add("aa", step(300, Ledger.ROLLED_BACK, "x"), "ff");
    ledger.add("cc", step(400, Ledger.RECEIVED, "x"), "ff");
    ledger.add("dd", step(400, Ledger.RECEIVED, "x"), "ff");
    assertThat(new Ledger(file()).served()).as("each act is a line of its own").hasSize(4);
  }

  @Test
  void whatServesAgainIsNoActAndDoesNotPassWhatOthersOffer() throws Exception {
    Ledger ledger = new Ledger(file());
    ledger.add("aa", step(100, Ledger.ACTIVATED, "x"), "");
    ledger.notBefore(900);
    ledger.add("bb", step(0, Ledger.SERVED, Lifecycle.AGAIN), "");
    assertThat(lastTime(ledger)).isEqualTo(101);
    assertThat(ledger.served())
        .extracting(Ledger.Line::isAct)
        .as("nobody offers what nobody has done")
        .containsExactly(true, false);
  }
}
