package io.headgate.bench;

import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.engine.internal.service.Engine;
import io.headgate.engine.internal.service.EngineSettings;
import io.headgate.engine.internal.service.Platform;
import io.headgate.journal.internal.JournalService;
import io.headgate.limits.internal.CsvLimits;
import io.headgate.limits.internal.rights.DividedRights;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.rules.drools.internal.DroolsRules;
import io.headgate.rules.drools.internal.NodeParts;
import io.headgate.rules.drools.internal.RulesConfig;
import io.headgate.rules.drools.internal.cluster.Neighbours;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.time.Clock;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.RecordingAlarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Engine, shipped rules and limits, and journal, wired as in a node; a venue fills every order.
 *
 * @param engine decides
 * @param journal keeps what is decided
 * @param limits the shipped ones without the message rates
 * @param reference the instruments and accounts
 * @param records in the journal when it was opened
 */
record BenchNode(
    Engine engine,
    JournalService journal,
    CsvLimits limits,
    FakeReferenceData reference,
    long records) {

  private static final long LOOK_NANOS = 50_000_000;

  /** Nobody changes the files of a measurement before they are deleted. */
  private static final int UNCHANGED_POLL_MILLIS = 10_000;

  /** The machine's own time. */
  static final class MachineClock implements Clock {
    @Override
    public long epochNanos() {
      return System.currentTimeMillis() * 1_000_000L;
    }

    @Override
    public long monotonicNanos() {
      return System.nanoTime();
    }
  }

  /**
   * Starts one.
   *
   * @param rules the folder rules
   * @param folder where it keeps what it writes; what stands there is read
   */
  static BenchNode open(
      Path rules, Path folder, List<InstrumentId> instruments, List<String> accounts)
      throws Exception {
    Clock clock = new MachineClock();
    NodeInfo node = FakeNodeInfo.live();
    RecordingAlarms alarms = new RecordingAlarms();
    FakeReferenceData reference = new FakeReferenceData();
    instruments.forEach(id -> reference.with(instrument(id)));
    accounts.forEach(account -> reference.with(new Account(account, "USD")));
    CsvLimits limits =
        new CsvLimits(
            Configured.with(
                CsvLimits.Config.class,
                Map.of(
                    "folder",
                    withoutRates(rules.resolve("limits"), folder).toString(),
                    "pollMillis",
                    UNCHANGED_POLL_MILLIS)),
            Map.of(),
            node,
            clock);
    DroolsRules gate = gate(rules, folder, new Notices(clock, alarms, event -> {}), node);
    JournalService journal =
        new JournalService(
            Configured.with(
                JournalService.Config.class,
                Map.of("folder", folder.resolve("journal").toString())),
            Map.of(),
            node,
            clock);
    Engine engine =
        new Engine(
            new Platform(node, clock, reference, journal, alarms, event -> {}, share -> {}),
            new RiskServices(gate::current, limits, new DividedRights(limits, node), key -> 0),
            new EngineSettings(PathSettings.DEFAULT, 16_384, 256, 16_384, 60_000, 100_000));
    engine.start();
    long records = journal.status().durable();
    engine.lanes().add(new FillingVenue());
    var unused = engine.outbox().onApproved(c -> engine.outbox().dispatch(c.broker(), c));
    return new BenchNode(engine, journal, limits, reference, records);
  }

  private static Instrument instrument(InstrumentId id) {
    return new Instrument(
        id,
        FakeReferenceData.ACME.assetClass(),
        "USD",
        Fixed.ONE,
        FakeReferenceData.ACME.tickSize(),
        Fixed.ONE,
        "TECH",
        FakeReferenceData.ACME.calendar());
  }

  private static DroolsRules gate(Path rules, Path folder, Notices notices, NodeInfo node) {
    DroolsRules gate =
        new DroolsRules(
            notices,
            new NodeParts(),
            new Neighbours(node),
            node,
            Configured.with(
                RulesConfig.class,
                Map.of(
                    "rulesFolder",
                    rules.toString(),
                    "setsFolder",
                    folder.resolve("sets").toString())),
            Map.of());
    while (gate.current() == null) {
      if (!gate.status().faults().isEmpty()) {
        throw new IllegalStateException("rules: " + gate.status().faults());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return gate;
  }

  /** The shipped limits without the message rates, which would be all that is measured. */
  private static Path withoutRates(Path shipped, Path folder) throws IOException {
    Path copy = folder.resolve("limits");
    if (Files.exists(copy)) {
      return copy;
    }
    Files.createDirectories(copy);
    try (var files = Files.list(shipped)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".csv")).toList()) {
        Files.write(
            copy.resolve(file.getFileName()),
            Files.readAllLines(file).stream().filter(line -> !line.contains("-rate,")).toList());
      }
    }
    return copy;
  }

  /** Ends it; its journal stays. */
  void close() {
    engine.close();
    journal.close();
  }
}
