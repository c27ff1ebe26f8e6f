package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.limits.internal.rights.DividedRights;
import io.headgate.model.decision.Unit;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeSharedBoard;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The limits of one node of several, looked at by hand. */
final class FirmNode implements AutoCloseable {

  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";
  private static final LimitSubject SUBJECT = Subjects.of("A", "t", "s", "ALFA.SIM");

  final String name;
  final CsvLimits limits;
  final RecordingAlarms alarms;
  final FakeSharedBoard board;
  final FirmLimits firm;
  private final FixedClock clock = new FixedClock();
  private final Path base;
  private final NodeInfo.Mode mode;
  private final DividedRights rights;

  private record LimitsConfig(String folder, int warnAtPercent, int pollMillis, String heardFolder)
      implements CsvLimits.Config {
    @Override
    public Class<? extends Annotation> annotationType() {
      return CsvLimits.Config.class;
    }
  }

  private record Config(int pollMillis, String withoutNodes) implements FirmConfig {
    @Override
    public Class<? extends Annotation> annotationType() {
      return FirmConfig.class;
    }
  }

  /** A node that keeps nothing over a restart. */
  FirmNode(Path base, String name, String rows) throws IOException {
    this(base, name, rows, NodeInfo.Mode.REPLAY);
  }

  /**
   * @param mode a live one keeps what it heard
   */
  FirmNode(Path base, String name, String rows, NodeInfo.Mode mode) throws IOException {
    this(base, name, mode, write(base, name, rows), new RecordingAlarms());
  }

  private FirmNode(
      Path base, String name, NodeInfo.Mode mode, Path folder, RecordingAlarms alarms) {
    this.base = base;
    this.name = name;
    this.mode = mode;
    this.alarms = alarms;
    LimitsConfig config = new LimitsConfig(folder.toString(), 80, 10_000, heard("").toString());
    limits = new CsvLimits(config, Map.of(), info(mode), clock);
    board = new FakeSharedBoard(name);
    firm = firm(board);
    rights = new DividedRights(limits, info(mode));
  }

  private NodeInfo info(NodeInfo.Mode as) {
    return new FakeNodeInfo(name, 2, as, "0.1.0", 1);
  }

  /** Looks at another board; a replay does so only when it is told to. */
  FirmLimits firm(SharedBoard other) {
    return new FirmLimits(
        limits, other, info(NodeInfo.Mode.REPLAY), alarms, new Config(300, ""), Map.of());
  }

  /** The same node after a restart: its board is empty, its alarms stand. */
  FirmNode restarted() {
    close();
    return new FirmNode(base, name, mode, base.resolve(name), alarms);
  }

  /** Where it keeps what it heard of another node. */
  Path heard(String file) {
    return base.resolve("data-" + name).resolve("heard").resolve(file);
  }

  private static Path write(Path base, String name, String rows) throws IOException {
    Path folder = Files.createDirectories(base.resolve(name));
    Files.write(folder.resolve("firm.csv"), (HEADER + rows).getBytes(UTF_8));
    return folder;
  }

  void save(String rows) throws IOException {
    write(base, name, rows);
    assertThat(limits.reload()).isEmpty();
  }

  void without(String nodes) {
    firm.modified(new Config(300, nodes), Map.of());
  }

  ResolvedLimits resolved() {
    return Objects.requireNonNull(limits.resolve(SUBJECT, clock.epochNanos()), "limits serve");
  }

  long block(LimitKind kind) {
    return Long.parseLong(Unit.QTY.format(resolved().block(kind)));
  }

  long room() {
    return rights.headroom(SUBJECT, Side.BUY, clock.epochNanos()) / Fixed.ONE;
  }

  boolean alarmed() {
    return alarms.isActive(FirmLimits.ALARM);
  }

  @Override
  public void close() {
    firm.close();
    limits.close();
  }
}
