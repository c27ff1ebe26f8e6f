package io.headgate.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.contract.SampleRecords;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.time.FixedClock;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalServiceTest {

  @TempDir private Path folder;

  private final RecordingAlarms alarms = new RecordingAlarms();

  private record TestConfig(
      String folder,
      int segmentMegabytes,
      int reserveMegabytes,
      int bufferMegabytes,
      boolean fsync,
      int commitIntervalMicros,
      int commitBatchKilobytes,
      int appendWaitMillis)
      implements JournalService.Config {
    @Override
    public Class<? extends Annotation> annotationType() {
      return JournalService.Config.class;
    }
  }

  private TestConfig config() {
    return new TestConfig(folder.toString(), 1, 1, 1, true, 0, 256, 1_000);
  }

  private JournalService open() {
    JournalService service =
        new JournalService(config(), Map.of(), FakeNodeInfo.live(), new FixedClock());
    service.bindAlarms(alarms);
    return service;
  }

  @Test
  void whatWasAppendedIsThereAfterARestart() throws Exception {
    JournalRecord record = new RandomRecords(1).next();
    JournalService first = open();
    first.awaitDurable(first.append(record));
    assertThat(first.check()).isEqualTo(Health.UP);
    assertThat(first.name()).isEqualTo("journal");
    first.close();

    JournalService second = open();
    assertThat(Journals.read(second, 1)).containsExactly(Journals.numbered(record, 1));
    assertThat(second.durableSequence()).isEqualTo(1);
    second.close();
  }

  @Test
  void aJournalInUseRefusesEverythingAndSaysWhy() {
    JournalService first = open();
    JournalService second = open();

    assertThat(second.check().state()).isEqualTo(Health.State.DOWN);
    assertThat(second.check().reason()).contains("in use by this process");
    assertThat(alarms.isActive(AlarmBell.FAILED)).isTrue();
    assertThat(second.status().failure()).contains("stop that node");
    assertThatThrownBy(() -> second.append(new RandomRecords(1).next()))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED));
    assertThatThrownBy(() -> second.read(1, (sequence, r) -> true))
        .isInstanceOf(JournalException.class);
    assertThatThrownBy(() -> second.awaitDurable(1)).isInstanceOf(JournalException.class);
    assertThat(second.durableSequence()).isZero();
    second.close();
    first.close();
  }

  @Test
  void aDamagedJournalIsNeverWrittenTo() throws Exception {
    JournalService first = open();
    for (int i = 0; i < 20; i++) {
      first.awaitDurable(first.append(new RandomRecords(i).next()));
    }
    first.close();
    Path file = folder.resolve(Segment.name(1));
    byte[] bytes = Files.readAllBytes(file);
    bytes[200] ^= 1;
    Files.write(file, bytes);

    JournalService second = open();

    assertThat(second.check().state()).isEqualTo(Health.State.DOWN);
    assertThatThrownBy(() -> second.read(1, (sequence, r) -> true))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
        .hasMessageContaining(file.toRealPath().toString())
        .hasMessageContaining("at byte");
    assertThat(alarms.active().get(0).text()).contains("is damaged");
    second.close();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "segmentMegabytes, 0, a whole number from 1 to 1024",
    "reserveMegabytes, 1025, a whole number from 1 to 1024",
    "bufferMegabytes, 3, a power of two from 1 to 256",
    "commitIntervalMicros, -1, a whole number from 0 to 1000000",
    "commitBatchKilobytes, 0, a whole number from 1 to 262144",
    "appendWaitMillis, 60001, a whole number from 0 to 60000",
  })
  void aConfigurationOutOfRangeIsNamed(String key, int value, String expected) {
    TestConfig wrong =
        new TestConfig(
            folder.toString(),
            key.equals("segmentMegabytes") ? value : 1,
            key.equals("reserveMegabytes") ? value : 1,
            key.equals("bufferMegabytes") ? value : 1,
            true,
            key.equals("commitIntervalMicros") ? value : 0,
            key.equals("commitBatchKilobytes") ? value : 256,
            key.equals("appendWaitMillis") ? value : 0);

    assertThatThrownBy(
            () -> new JournalService(wrong, Map.of(), FakeNodeInfo.live(), new FixedClock()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "etc/io.headgate.journal.cfg: %s is '%d', expected %s; correct it and save the file",
            key, value, expected);
  }

  private static Settings settings(TestConfig config, NodeInfo.Mode mode) {
    return Configured.settings(config, mode, new ConfigFile(JournalService.PID, Map.of()));
  }

  @Test
  void aWrongChangeLeavesTheOpenJournalAsItIs() throws Exception {
    JournalService service =
        new JournalService(config(), Map.of(), FakeNodeInfo.live(), new FixedClock());
    TestConfig wrong = new TestConfig(folder.toString(), 0, 1, 1, true, 0, 256, 0);

    service.modified(wrong, Map.of("segmentMegabytes", "0"));

    assertThat(service.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(service.check().reason())
        .contains("etc/io.headgate.journal.cfg: segmentMegabytes is '0'");
    assertThat(service.append(SampleRecords.ofKind(1))).isEqualTo(1);

    service.modified(new TestConfig(folder.toString(), 2, 1, 1, true, 0, 256, 0), Map.of());
    assertThat(service.check().state()).isEqualTo(Health.State.UP);
    assertThat(service.check().reason()).contains("next start");
    service.close();
  }

  @Test
  void durabilityFollowsTheModeOfTheNodeAndTheSwitch() {
    TestConfig unsynced = new TestConfig("f", 1, 1, 1, false, 0, 256, 0);
    assertThat(settings(config(), NodeInfo.Mode.LIVE).pace().durability())
        .isEqualTo(Durability.FORCED);
    assertThat(settings(unsynced, NodeInfo.Mode.LIVE).pace().durability())
        .isEqualTo(Durability.WRITTEN);
    assertThat(settings(config(), NodeInfo.Mode.REPLAY).pace().durability())
        .isEqualTo(Durability.APPENDED);
  }
}
