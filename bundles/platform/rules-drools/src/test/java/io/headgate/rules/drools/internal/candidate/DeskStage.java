package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.approval.Signers;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.RuleStore;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A desk over a rules folder, a journal and accounts, for tests. */
public final class DeskStage implements Surroundings, AutoCloseable {

  static final String WITH_A_LIMIT_OF_ITS_OWN =
      """
      rule "size"
      when
        $o : OrderContext(quantity > maxOrderQty)
      then
        $o.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
      end
      rule "mine"
      when
        $o : OrderContext(account == "ACC1", quantity > 50, quantity <= 90)
      then
        $o.block("QTY_MINE", $o.getQuantity(), 50, Unit.QTY);
      end
      """;

  final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  final PastOrders past = new PastOrders(journal);
  final FixedClock clock = new FixedClock();
  public final RecordingAlarms alarms = new RecordingAlarms();

  /** How often rules were compiled. */
  final AtomicInteger compiled = new AtomicInteger();

  /** What the audit trail was told. */
  final List<AuditEvent> audited = new ArrayList<>();

  /** The limits that were let serve, one entry for each time. */
  final List<String> served = new ArrayList<>();

  /** Whether limits of a set serve that were let serve: a save ends them. */
  boolean limitsOfSetServe = true;

  /** Rows of the limits that are in force. */
  final List<LimitRow> inForce = new ArrayList<>();

  public final Path base;
  public final Folder folder;
  public final RuleStore store;
  public final Desk desk;

  /** Starts with the set of {@link Folder}, which serves where no approval is needed. */
  public DeskStage(Path base, int approvals) throws IOException {
    this.base = base;
    this.folder = new Folder(base.resolve("rules"));
    Shelf shelf = new Shelf(base.resolve("sets"));
    Lifecycle lifecycle =
        new Lifecycle(
            shelf, new Signers(base.resolve("signers.properties")), approvals, clock, alarms, this);
    lifecycle.tellTo(audited::add);
    RuleCompiler compiler = new RuleCompiler(true);
    Loader loader =
        new Loader(
            (hash, rules) -> {
              compiled.incrementAndGet();
              return compiler.compile(hash, rules);
            },
            100,
            0);
    this.store =
        new RuleStore(
            folder.root(), loader, new Notices(clock, alarms, new RecordingEvents()), lifecycle);
    this.desk =
        new Desk(
            new Sets(base, List.of(), shelf, this::serving, this),
            shelf,
            lifecycle,
            new Desk.Office(this, loader, loader, store::activate, this::serving, clock));
    store.apply();
  }

  public String serving() {
    return store.status().hash();
  }

  /** Another folder, with rules of its own. */
  public Folder candidate(String name, String rules) throws IOException {
    Folder made = new Folder(base.resolve(name));
    made.write("size.drl", rules);
    return made;
  }

  Replay run(ReplayRequest request) throws InterruptedException {
    Replay run = desk.replay(request, "ann");
    return desk.await(run.id(), 120_000);
  }

  void signers(String... lines) throws IOException {
    Files.write(base.resolve("signers.properties"), List.of(lines));
  }

  @Override
  public void checkLimits(SortedMap<String, byte[]> files) {
    limits().trial(files);
  }

  @Override
  public void serveLimits(SortedMap<String, byte[]> files, boolean held) {
    served.add(
        files.entrySet().stream()
            .map(file -> file.getKey() + "=" + FileLimits.text(file.getValue()))
            .collect(Collectors.joining(";", "", held ? " held" : "")));
  }

  @Override
  public boolean limitsOfSetServe() {
    return limitsOfSetServe;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Limits limits() {
    return new FileLimits(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.MAX_ORDER_QTY, 80 * Fixed.ONE, "limits/a.csv:2")
            .build(),
        List.copyOf(inForce));
  }

  @Override
  public ReferenceData reference() {
    return new FakeReferenceData();
  }

  @Override
  public void close() {
    desk.close(60);
    store.close();
  }
}
