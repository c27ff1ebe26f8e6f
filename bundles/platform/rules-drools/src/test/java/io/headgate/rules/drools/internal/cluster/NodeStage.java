package io.headgate.rules.drools.internal.cluster;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.NodeParts;
import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.approval.Signers;
import io.headgate.rules.drools.internal.candidate.Desk;
import io.headgate.rules.drools.internal.candidate.Sets;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.RuleStore;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import io.headgate.testkit.fake.FakeSharedBoard;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rules of one node of several in this process, each looked at by hand. */
final class NodeStage implements AutoCloseable {

  final String name;
  final Path base;
  final Folder folder;
  final FakeSharedBoard board;
  final RecordingAlarms alarms = new RecordingAlarms();
  final List<AuditEvent> audited = new ArrayList<>();
  final Lifecycle lifecycle;
  final RuleStore store;
  final Desk desk;
  final Exchange exchange;

  /** Hash of its limits. */
  String limits = "";

  /** Starts with the set of {@link Folder}, unless its folder has one already. */
  NodeStage(String name, Path base, FixedClock clock, int approvals, boolean distribute)
      throws IOException {
    this.name = name;
    this.base = base;
    boolean fresh = !Files.exists(base.resolve("rules"));
    Path rules = Files.createDirectories(base.resolve("rules"));
    this.folder = fresh ? new Folder(rules) : Folder.existing(rules);
    this.board = new FakeSharedBoard(name);
    Notices notices = new Notices(clock, alarms, new RecordingEvents());
    NodeParts parts = new NodeParts();
    Shelf shelf = new Shelf(base.resolve("sets"));
    this.lifecycle =
        new Lifecycle(
            shelf,
            new Signers(base.resolve("signers.properties")),
            approvals,
            clock,
            alarms,
            parts);
    Loader loader = new Loader(new RuleCompiler(true)::compile, 100, 0);
    this.store = new RuleStore(rules, loader, notices, lifecycle);
    this.desk =
        new Desk(
            new Sets(base, List.of(), shelf, this::serving, parts),
            shelf,
            lifecycle,
            new Desk.Office(parts, loader, loader, store::activate, this::serving, clock));
    this.exchange =
        new Exchange(
            new Neighbours(name, board, trail()),
            shelf,
            lifecycle,
            new Exchange.Here(store::status, () -> limits, store::activate, distribute),
            notices);
    store.apply();
  }

  private AuditTrail trail() {
    return new AuditTrail() {
      @Override
      public void record(AuditEvent event) {
        audited.add(event);
      }

      @Override
      public List<AuditRecord> latest(int limit) {
        return List.of();
      }
    };
  }

  String serving() {
    return store.status().hash();
  }

  /** Stages rules of another folder and lets them serve. */
  String activate(String candidate, String rules, String who) throws IOException {
    String hash = stage(candidate, rules, who);
    desk.activate(hash, who, "because of " + candidate);
    return hash;
  }

  String stage(String candidate, String rules, String who) throws IOException {
    Files.createDirectories(base.resolve(candidate));
    new Folder(base.resolve(candidate)).write("size.drl", Folder.RULES + rules);
    return desk.stage(candidate, who, "try").hash();
  }

  @Override
  public void close() {
    desk.close(10);
  }
}
