package io.headgate.node.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.event.NodeEvent;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {

  private final FixedClock clock = new FixedClock();
  private final RecordingEvents events = new RecordingEvents();
  private final AlarmBoard board = new AlarmBoard(clock, events);

  private java.util.List<Alarm> published() {
    return events.events(NodeEvent.AlarmChanged.class).stream()
        .map(NodeEvent.AlarmChanged::alarm)
        .toList();
  }

  @Test
  void keepsWhenItWasFirstRaisedAndHowOften() {
    long first = clock.epochNanos();
    board.raise("rules.load", Alarm.Level.WARNING, "line 3");
    clock.advanceMillis(10);
    board.raise("rules.load", Alarm.Level.WARNING, "line 4");

    assertThat(board.active())
        .containsExactly(
            new Alarm("rules.load", Alarm.Level.WARNING, "line 4", first, 2, "", true));
  }

  @Test
  void theSameAgainCountsUpWithoutAnEvent() {
    for (int i = 0; i < 1_000; i++) {
      board.raise("feed.gap", Alarm.Level.WARNING, "gap");
    }

    assertThat(published()).hasSize(1);
    assertThat(board.active().get(0).count()).isEqualTo(1_000);
  }

  @Test
  void showsTheWorstFirst() {
    board.raise("a", Alarm.Level.WARNING, "w");
    clock.advanceMillis(1);
    board.raise("b", Alarm.Level.CRITICAL, "c");
    clock.advanceMillis(1);
    board.raise("c", Alarm.Level.CRITICAL, "c");

    assertThat(board.active()).extracting(Alarm::key).containsExactly("b", "c", "a");
  }

  @Test
  void clearingTellsAndForgets() {
    board.raise("a", Alarm.Level.WARNING, "w");
    board.clear("a");
    board.clear("a");

    assertThat(board.active()).isEmpty();
    assertThat(published()).extracting(Alarm::active).containsExactly(true, false);
  }

  @Test
  void anAcknowledgementNamesThePersonAndEndsWhenItBecomesWorse() {
    board.raise("a", Alarm.Level.WARNING, "w");
    board.acknowledge("a", "ines");
    board.raise("a", Alarm.Level.WARNING, "w2");
    assertThat(board.active().get(0).acknowledgedBy()).isEqualTo("ines");

    board.raise("a", Alarm.Level.CRITICAL, "now critical");
    assertThat(board.active().get(0).acknowledgedBy()).isEmpty();
    assertThat(published()).hasSize(4);
  }

  @Test
  void aNamedPersonClearsWhatIsActiveAndNothingElse() {
    board.raise("a", Alarm.Level.WARNING, "w");
    assertThatIllegalArgumentException().isThrownBy(() -> board.clear("a", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> board.clear("b", "ines"));
    board.clear("a", "ines");

    assertThat(board.active()).isEmpty();
    assertThat(published()).extracting(Alarm::active).containsExactly(true, false);
  }

  @Test
  void whatIsNotActiveCannotBeAcknowledged() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> board.acknowledge("nothing", "ines"))
        .withMessageContaining("nothing");
    board.raise("a", Alarm.Level.WARNING, "w");
    assertThatIllegalArgumentException().isThrownBy(() -> board.acknowledge("a", " "));
  }

  @Test
  void memoryStaysBounded() {
    for (int i = 0; i < AlarmBoard.MAX_ACTIVE + 500; i++) {
      board.raise("key-" + i, Alarm.Level.WARNING, "w");
    }

    assertThat(board.active()).hasSize(AlarmBoard.MAX_ACTIVE + 1);
    assertThat(board.active().get(0).key()).isEqualTo(AlarmBoard.OVERFLOW_KEY);
    board.raise("key-7", Alarm.Level.CRITICAL, "known ones still change");
    assertThat(board.active()).anyMatch(alarm -> alarm.text().startsWith("known ones"));
  }

  private void fill(Alarm.Level level) {
    for (int i = 0; i < AlarmBoard.MAX_ACTIVE; i++) {
      board.raise("key-" + i, level, "w");
      clock.advanceMillis(1);
    }
  }

  @Test
  void aCriticalAlarmTakesThePlaceOfTheOldestWarning() {
    fill(Alarm.Level.WARNING);
    board.raise("key-0", Alarm.Level.CRITICAL, "worse");
    board.raise("late", Alarm.Level.WARNING, "not kept");
    board.raise("journal.full", Alarm.Level.CRITICAL, "kept");

    assertThat(board.active()).hasSize(AlarmBoard.MAX_ACTIVE + 1);
    assertThat(board.active())
        .extracting(Alarm::key)
        .contains("journal.full", "key-0", "key-2", AlarmBoard.OVERFLOW_KEY)
        .doesNotContain("key-1", "late");
    assertThat(published())
        .filteredOn(alarm -> !alarm.active())
        .extracting(Alarm::key)
        .containsExactly("key-1");
  }

  @Test
  void whereAllAreCriticalNothingGivesWay() {
    fill(Alarm.Level.CRITICAL);
    board.raise("journal.full", Alarm.Level.CRITICAL, "not kept");
    assertThat(board.active()).hasSize(AlarmBoard.MAX_ACTIVE + 1);
    assertThat(board.active()).extracting(Alarm::key).doesNotContain("journal.full");
  }

  @Test
  void thatThereAreTooManyEndsWhenThereIsRoomAgain() {
    fill(Alarm.Level.WARNING);
    board.raise("late", Alarm.Level.WARNING, "not kept");
    assertThat(board.active()).extracting(Alarm::key).contains(AlarmBoard.OVERFLOW_KEY);
    board.clear("unknown");
    assertThat(board.active()).extracting(Alarm::key).contains(AlarmBoard.OVERFLOW_KEY);
    board.clear("key-9");
    assertThat(board.active()).extracting(Alarm::key).doesNotContain(AlarmBoard.OVERFLOW_KEY);
    board.raise("late", Alarm.Level.WARNING, "kept");
    assertThat(board.active()).extracting(Alarm::key).contains("late");
  }
}
