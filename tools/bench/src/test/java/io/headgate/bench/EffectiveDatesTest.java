package io.headgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.engine.internal.service.Engine;
import io.headgate.engine.internal.service.EngineSettings;
import io.headgate.engine.internal.service.Platform;
import io.headgate.limits.internal.CsvLimits;
import io.headgate.limits.internal.rights.DividedRights;
import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.RuleStore;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.venue.VenueSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole orders through the engine, the shipped rules and limit files, on both sides of the second
 * in which a row begins or ends to count. The machine's clock stands years before: only the time by
 * which the engine decides may matter.
 */
class EffectiveDatesTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long NOON = Instant.parse("2030-06-03T12:00:00Z").getEpochSecond() * SECOND;

  private static final Path SHIPPED = Path.of("../../rules");

  @TempDir private static Path root;

  @SuppressWarnings("NullAway.Init") // compiled before the first test
  private static RuleStore rules;

  @SuppressWarnings("NullAway.Init") // started before each test
  private Engine engine;

  @BeforeAll
  static void compile() throws IOException {
    Files.copy(SHIPPED.resolve("headgate.dsl"), root.resolve("headgate.dsl"));
    copy("policies/order-quantity");
    copy("policies/restricted");
    Path limits = Files.createDirectories(root.resolve("limits"));
    Files.writeString(
        limits.resolve("firm.csv"),
        """
        who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis
        firm,*,max-order-qty,50,qty,block,,2030-06-03T12:00:00Z,,
        firm,*,max-order-qty,20,qty,block,2030-06-03T12:00:00Z,,,
        firm,instrument=BOLT.SIM,max-order-qty,5,qty,block,,2030-06-03T12:00:00Z,,
        """);
    Files.writeString(
        limits.resolve("restricted.csv"),
        """
        instrument,account,restriction,effectiveFrom,effectiveTo,owner,source
        CORP.SIM,ACC1,no-orders,2030-06-03T12:00:00Z,2030-06-03T12:00:01Z,compliance,
        """);
    rules =
        new RuleStore(
            root,
            new Loader(new RuleCompiler(true)::compile, 200, 0),
            new Notices(new FixedClock(), new RecordingAlarms(), new RecordingEvents()));
    rules.apply();
    assertThat(rules.status().faults()).isEmpty();
  }

  private static void copy(String policy) throws IOException {
    Path to = Files.createDirectories(root.resolve(policy));
    try (Stream<Path> files = Files.list(SHIPPED.resolve(policy))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @BeforeEach
  void start() {
    FixedClock machine = new FixedClock();
    FakeNodeInfo node = FakeNodeInfo.replay();
    CsvLimits limits =
        new CsvLimits(
            Configured.with(
                CsvLimits.Config.class,
                Map.of(
                    "folder", root.resolve("limits").toString(),
                    "heardFolder", root.resolve("heard").toString())),
            Map.of(),
            node,
            machine);
    assertThat(limits.failures()).isEmpty();
    engine =
        new Engine(
            new Platform(
                node,
                machine,
                new FakeReferenceData(),
                InMemoryJournal.durableAtOnce(),
                new RecordingAlarms(),
                new RecordingEvents(),
                share -> {}),
            new RiskServices(rules::current, limits, new DividedRights(limits, node), key -> 0),
            new EngineSettings(PathSettings.DEFAULT, 8_192, 256, 8_192, 1_000, 1_000));
    engine.start();
    engine.lanes().add(new VenueSimulator("sim"));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** Time goes on to a moment, and every instrument has a price then. */
  private void at(long epochNanos) {
    for (Instrument instrument :
        List.of(FakeReferenceData.ACME, FakeReferenceData.BOLT, FakeReferenceData.CORP)) {
      engine.market(
          MarketBatch.builder("test")
              .quote(
                  instrument.id(),
                  epochNanos,
                  epochNanos,
                  Fixed.parse("9.99"),
                  1_000 * Fixed.ONE,
                  Fixed.parse("10.01"),
                  1_000 * Fixed.ONE)
              .build());
    }
    assertThat(engine.now()).isEqualTo(epochNanos);
  }

  private Decision buy(Instrument instrument, long quantity) {
    NewOrder order =
        NewOrder.limit(
            Originator.trader("ACC1", "tom"),
            instrument.id(),
            Side.BUY,
            quantity * Fixed.ONE,
            10 * Fixed.ONE,
            TimeInForce.GTC);
    List<Decision> decided = new ArrayList<>();
    engine.submit(
        order,
        new OrderIntake.Reply() {
          @Override
          public void decided(Decision decision) {
            decided.add(decision);
          }

          @Override
          public void failed(OrderEntryException failure) {
            throw new AssertionError(failure);
          }
        });
    return decided.get(0);
  }

  private static void deniedBy(Decision decision, String reason, String limit, String source) {
    assertThat(decision.accepted()).isFalse();
    assertThat(decision.reason()).isEqualTo(reason);
    Verdict verdict = decision.verdicts().get(0);
    assertThat(verdict.unit().format(verdict.limit())).isEqualTo(limit);
    assertThat(verdict.source()).isEqualTo(source);
  }

  @Test
  void aNewLimitCountsFromItsSecondOnAndNotBefore() {
    for (long before : new long[] {SECOND, MILLI, 1}) {
      at(NOON - before);
      assertThat(buy(FakeReferenceData.ACME, 30).accepted()).as("%d ns before", before).isTrue();
      deniedBy(buy(FakeReferenceData.ACME, 51), "QTY_MAX", "50", "limits/firm.csv:2");
    }
    at(NOON);
    deniedBy(buy(FakeReferenceData.ACME, 30), "QTY_MAX", "20", "limits/firm.csv:3");
    assertThat(buy(FakeReferenceData.ACME, 10).accepted()).isTrue();
    at(NOON + SECOND);
    deniedBy(buy(FakeReferenceData.ACME, 30), "QTY_MAX", "20", "limits/firm.csv:3");
  }

  @Test
  void aLimitThatExpiresCountsUntilItsSecond() {
    at(NOON - SECOND);
    deniedBy(buy(FakeReferenceData.BOLT, 10), "QTY_MAX", "5", "limits/firm.csv:4");
    at(NOON - 1);
    deniedBy(buy(FakeReferenceData.BOLT, 10), "QTY_MAX", "5", "limits/firm.csv:4");
    at(NOON);
    assertThat(buy(FakeReferenceData.BOLT, 10).accepted()).isTrue();
  }

  @Test
  void aRestrictionOfOneSecondHoldsForThatSecond() {
    at(NOON - 1);
    assertThat(buy(FakeReferenceData.CORP, 10).accepted()).isTrue();
    at(NOON);
    assertThat(buy(FakeReferenceData.CORP, 10).accepted()).isFalse();
    at(NOON + SECOND - 1);
    deniedBy(
        buy(FakeReferenceData.CORP, 10), "RESTRICTED_INSTRUMENT", "0", "limits/restricted.csv:2");
    at(NOON + SECOND);
    assertThat(buy(FakeReferenceData.CORP, 10).accepted()).isTrue();
  }
}
