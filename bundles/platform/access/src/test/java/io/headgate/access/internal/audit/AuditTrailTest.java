package io.headgate.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.access.internal.login.AccessSettings;
import io.headgate.access.internal.login.Pace;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

  @TempDir private Path temp;

  private final AtomicLong nanos = new AtomicLong();

  private TrailWriter writer(long fileBytes, int files) {
    return new TrailWriter(
        new AuditFiles(temp.resolve("audit")),
        () -> new AccessSettings.Values(new Pace(5, 1000, 15_000), 30, fileBytes, files),
        Clock.fixed(Instant.parse("2026-03-02T09:00:00.000000007Z"), ZoneOffset.UTC),
        nanos::get);
  }

  private TrailWriter writer() {
    return writer(1 << 20, 10);
  }

  private static AuditEvent act(String user, String what, Result result) {
    return new AuditEvent(
        Kind.ACT, result, new Caller(user, Set.of("viewer"), "console", "127.0.0.1"), what, "");
  }

  private static AuditEvent wrongPassword(String user) {
    return new AuditEvent(
        Kind.LOGIN,
        Result.REFUSED,
        new Caller(user, Set.of(), "rest", "127.0.0.1"),
        "password",
        "unknown user or wrong password");
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("audit"))) {
      return files.sorted().flatMap(AuditTrailTest::linesOf).toList();
    }
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aRecordIsALineThatReadsBackAsItWas() throws IOException {
    TrailWriter writer = writer();
    AuditEvent event = act("vera", "echo \"a\\b\" 'ü' {x}", Result.REFUSED);
    writer.record(event);
    writer.write(false);
    writer.close();

    TrailWriter next = writer();
    next.write(false);

    assertThat(lines()).hasSize(1);
    assertThat(next.latest(5))
        .containsExactly(new AuditRecord(1, 1_772_442_000_000_000_007L, event, 1));
  }

  @Test
  void aLineBreakInWhatSomebodyTypedMakesNoSecondLine() throws IOException {
    TrailWriter writer = writer();
    writer.record(act("vera", "a\n{\"sequence\":2}\r\u2028b", Result.ACCEPTED));
    writer.write(false);

    assertThat(lines()).hasSize(1);
  }

  @Test
  void whatHappensAgainIsCountedAndToldWhenTheMinuteIsOver() throws IOException {
    TrailWriter writer = writer();
    for (int i = 0; i < 100; i++) {
      writer.record(wrongPassword("admin"));
      writer.write(false);
    }
    assertThat(lines()).hasSize(1);

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(Tally.WINDOW_SECONDS));
    writer.write(false);

    assertThat(lines()).hasSize(2);
    assertThat(writer.latest(1).get(0).count()).isEqualTo(99);
  }

  @Test
  void aStormOfNamesBecomesFewLinesLosesNoCountAndHidesNobodyElse() throws IOException {
    TrailWriter writer = writer();
    int storm = 100_000;
    for (int i = 0; i < storm; i++) {
      writer.record(wrongPassword("user" + i));
      if (i % 1000 == 0) {
        writer.write(false);
      }
    }
    writer.record(act("anna", "kill:node \"enough\"", Result.ACCEPTED));
    writer.write(true);

    assertThat(lines()).hasSizeLessThan(2 * Tally.REFUSALS + 2);
    assertThat(
            writer.latest(TrailWriter.LATEST).stream()
                .filter(record -> record.event().kind() == Kind.LOGIN)
                .mapToLong(AuditRecord::count)
                .sum())
        .isEqualTo(storm);
    assertThat(String.join("", lines())).contains("kill:node");
  }

  @Test
  void aNameLikeTheOneForTheRestTakesNoRoomForEver() throws IOException {
    TrailWriter writer = writer();
    for (int round = 0; round < 3 * Tally.REFUSALS; round++) {
      writer.record(
          new AuditEvent(
              Kind.LOGIN,
              Result.REFUSED,
              new Caller("*", Set.of(), "rest", "*"),
              "*",
              "many different ones, counted together"));
      nanos.addAndGet(TimeUnit.MINUTES.toNanos(2));
      writer.write(false);
    }
    writer.record(wrongPassword("bob"));
    writer.write(false);

    assertThat(writer.latest(1).get(0).event().caller().user()).isEqualTo("bob");
  }

  @Test
  void withoutADiskNothingIsLostButWhatFindsNoRoomIsCounted() throws IOException {
    Files.writeString(temp.resolve("audit"), "a file where the folder should be");
    TrailWriter writer = writer();
    int acts = 3 * TrailWriter.WAITING;
    for (int i = 0; i < acts; i++) {
      writer.record(act("anna", "command " + i, Result.ACCEPTED));
    }
    assertThatThrownBy(() -> writer.write(false)).isInstanceOf(IOException.class);
    Files.delete(temp.resolve("audit"));

    writer.write(true);
    writer.write(true);

    assertThat(lines().stream().mapToLong(line -> AuditLine.read(line).orElseThrow().count()).sum())
        .isEqualTo(acts);
    assertThat(lines().stream().map(line -> AuditLine.read(line).orElseThrow().sequence()))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void aTornLineIsCutOffAndTheNumbersGoOn() throws IOException {
    TrailWriter writer = writer();
    writer.record(act("anna", "one", Result.ACCEPTED));
    writer.write(false);
    writer.close();
    Path file = temp.resolve("audit/audit-000001.jsonl");
    Files.writeString(file, "{\"sequence\":2,\"time\":\"20", StandardOpenOption.APPEND);

    TrailWriter next = writer();
    next.record(act("anna", "two", Result.ACCEPTED));
    next.write(false);

    assertThat(lines()).hasSize(2);
    assertThat(next.latest(9)).extracting(AuditRecord::sequence).containsExactly(2L, 1L);
  }

  @Test
  void theOldestFilesGoSoThatTheDiskIsNotFilled() throws IOException {
    TrailWriter writer = writer(2000, 3);
    for (int i = 0; i < 150; i++) {
      writer.record(act("anna", "command " + i, Result.ACCEPTED));
      writer.write(false);
    }

    try (Stream<Path> files = Files.list(temp.resolve("audit"))) {
      assertThat(files.toList())
          .hasSize(3)
          .allSatisfy(file -> assertThat(file.toFile().length()).isLessThan(3000));
    }
    assertThat(writer.latest(1).get(0).sequence()).isEqualTo(150);
  }

  @Test
  void itsOwnerAloneMayReadIt() throws IOException {
    TrailWriter writer = writer();
    writer.record(act("anna", "x", Result.ACCEPTED));
    writer.write(false);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(temp.resolve("audit/audit-000001.jsonl"))))
        .isEqualTo("rw-------");
  }
}
