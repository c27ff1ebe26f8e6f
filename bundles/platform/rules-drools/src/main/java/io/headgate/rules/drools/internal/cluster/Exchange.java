package io.headgate.rules.drools.internal.cluster;

import io.headgate.rules.drools.internal.approval.Ledger.Line;
import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.candidate.Activator;
import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.cluster.Stamp;
import io.headgate.spi.rules.RuleNode;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the set that was let serve here to the other nodes, and takes the newest that one of them
 * offers: its files must give its hash, its signatures must verify here where approval is asked
 * for, and it is checked and compiled like a file of this node's own. All but {@link #faults},
 * {@link #trouble} and {@link #nodes} belongs to the one thread that loads.
 */
public final class Exchange {

  /** Key of the alarm of an offered set that this node does not take. */
  static final String REFUSED = "rules.received";

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final String OFFER = "rules/offer";
  private static final int LOOKS_BETWEEN_TRIES = 20;
  private static final int SHOWN_DIGITS = 12;

  /**
   * No act is later, UTC nanoseconds since 1970 (in 2200): there must be room for acts after it.
   */
  private static final long LATEST = 7_258_118_400L * 1_000_000_000L;

  private final Neighbours neighbours;
  private final Shelf shelf;
  private final Lifecycle lifecycle;
  private final Here here;
  private final Notices notices;
  private final History history;
  private final ServingHashes hashes;

  private Stamp settled = Stamp.NEVER;
  private volatile boolean again;
  private boolean waitsForSignatures;

  /** The act whose set cannot be read, said once. */
  private @Nullable Line unoffered;

  private int looks;
  private volatile List<Fault> faults = List.of();

  /**
   * This node's own rules.
   *
   * @param status what serves
   * @param limits hash of the limits of its own; empty if there are none
   * @param activator lets a set serve; on the calling thread
   * @param distribute whether sets are offered and taken; if not, they are only compared
   */
  public record Here(
      Supplier<RuleStatus> status,
      Supplier<String> limits,
      Activator activator,
      boolean distribute) {

    private String serving() {
      return status.get().hash();
    }
  }

  /**
   * @param neighbours the other nodes
   * @param shelf keeps the files of sets
   * @param lifecycle what was done with them, and whether they may serve
   * @param here this node's own rules
   * @param notices is told of every change
   */
  public Exchange(
      Neighbours neighbours, Shelf shelf, Lifecycle lifecycle, Here here, Notices notices) {
    this.neighbours = neighbours;
    this.shelf = shelf;
    this.lifecycle = lifecycle;
    this.here = here;
    this.notices = notices;
    this.history = new History(lifecycle, neighbours.node());
    this.hashes = new ServingHashes(neighbours.node(), here.distribute(), notices.alarms());
  }

  /** Why the set that another node offers does not serve here; empty if nothing is refused. */
  public List<Fault> faults() {
    return faults;
  }

  /** What differs between the nodes; empty if nothing does. */
  public String trouble() {
    return hashes.trouble();
  }

  /** What each connected node judges by, this one included; safe from every thread. */
  public List<RuleNode> nodes() {
    return hashes.nodes(neighbours.board(), says());
  }

  /** Tries what was refused once more at the next look. */
  public void retry() {
    again = true;
  }

  /** Offers, takes and compares; quick, unless there is a set to take. */
  public void look() {
    SharedBoard board = neighbours.board();
    if (board == null) {
      return;
    }
    try {
      if (here.distribute()) {
        hear(board);
        offer(board);
        take(board);
      }
      hashes.report(board, says(), notices.clock().epochNanos());
      hashes.compare(board);
    } catch (RuntimeException e) {
      LOG.warn("rule sets cannot be shared with the other nodes now: {}", e.getMessage());
    }
  }

  private ServingHashes.Said says() {
    RuleStatus now = here.status().get();
    return new ServingHashes.Said(
        now.hash(), history.isCanary(now.hash()), now.activated(), here.limits().get());
  }

  /** What is done here from now on is later than what is offered, whether it is taken or not. */
  private void hear(SharedBoard board) {
    Posting known = board.latest(OFFER);
    if (known != null && known.stamp().time() <= LATEST) {
      lifecycle.ledger().notBefore(known.stamp().time());
    }
  }

  private void offer(SharedBoard board) {
    Line last = history.last();
    String serving = here.serving();
    if (last == null || !last.isAct() || lifecycle.wayBack().failedForAll()) {
      return;
    }
    if (!last.hash().equals(serving) && !history.isCanary(serving)) {
      return;
    }
    Stamp stamp = history.stamp(last);
    Posting known = board.latest(OFFER);
    if (known != null && !stamp.isAfter(known.stamp())) {
      return;
    }
    try {
      Offer offer =
          new Offer(
              last.hash(),
              History.act(last),
              history.travelling(last.hash()),
              shelf.content(last.hash()));
      board.post(new Posting(OFFER, stamp, offer.encode()));
      LOG.info("rule set {} is offered to the other nodes", last.hash());
    } catch (RuntimeException e) {
      // What other nodes offer is taken all the same, and what serves here is told.
      if (!last.equals(unoffered)) {
        unoffered = last;
        LOG.error("the set that serves cannot be offered to the other nodes: {}", e.getMessage());
      }
    }
  }

  private void take(SharedBoard board) {
    Posting offered = board.latest(OFFER);
    boolean due = waitsForSignatures && ++looks % LOOKS_BETWEEN_TRIES == 0;
    if (offered == null || (offered.stamp().equals(settled) && !due && !again)) {
      return;
    }
    settled = offered.stamp();
    again = false;
    waitsForSignatures = false;
    if (!settled.isAfter(history.stamp(history.last()))) {
      forgetFaults();
      return;
    }
    Offer offer = null;
    try {
      offer = Offer.decode(offered.content());
      if (settled.time() > LATEST) {
        throw new IllegalStateException(
            "it is dated %s; expected a date before %s; set the clock of that node"
                .formatted(at(settled), Instant.ofEpochSecond(0, LATEST)));
      }
      if (!offer.hash().equals(here.serving())) {
        serve(offer, settled);
      } else {
        history.adopt(offer);
        history.receivedServing(offer, settled);
        record(offer, AuditEvent.Result.ACCEPTED, "it serves already");
      }
      forgetFaults();
    } catch (LoadException e) {
      refuse(offer, e.faults());
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      refuse(offer, List.of(new Fault("policies", 0, String.valueOf(e.getMessage()))));
    }
  }

  private void serve(Offer offer, Stamp stamp) throws LoadException, IOException {
    shelf.keep(offer.hash(), offer.files());
    history.adopt(offer);
    try {
      lifecycle.checkApproved(offer.hash());
    } catch (IllegalStateException e) {
      waitsForSignatures = true;
      throw e;
    }
    SetFiles files = lifecycle.taken(offer.hash(), offer.act());
    here.activator().activate(files, folderHash -> history.received(offer, stamp, folderHash));
    LOG.info(
        "rule set {} serves because {} let it serve on {} at {}",
        offer.hash(),
        offer.act().who().isEmpty() ? "a saved file" : offer.act().who(),
        stamp.node(),
        at(stamp));
    record(offer, AuditEvent.Result.ACCEPTED, "");
  }

  private void forgetFaults() {
    if (!faults.isEmpty()) {
      faults = List.of();
      notices.alarms().clear(REFUSED);
    }
  }

  private void refuse(@Nullable Offer offer, List<Fault> found) {
    String set = offer == null ? "a rule set" : "rule set " + shortened(offer.hash());
    String from = settled.node();
    String first = found.isEmpty() ? "" : found.get(0).message();
    List<Fault> told =
        found.stream()
            .map(
                fault ->
                    new Fault(
                        fault.file(),
                        fault.line(),
                        "%s of node %s is not taken: %s".formatted(set, from, fault.message())))
            .toList();
    if (told.equals(faults)) {
      return;
    }
    faults = told;
    String text =
        told.isEmpty() ? "%s of node %s is not taken".formatted(set, from) : told.get(0).toString();
    LOG.error("{}", text);
    notices
        .alarms()
        .raise(
            REFUSED,
            Alarm.Level.WARNING,
            text
                + "; the set before serves on here. Next: correct what it names, here or in the set"
                + " on "
                + from
                + "; rule:reload tries it again");
    if (offer != null) {
      record(offer, AuditEvent.Result.FAILED, first);
    }
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(SHOWN_DIGITS, hash.length()));
  }

  private void record(Offer offer, AuditEvent.Result result, String detail) {
    neighbours.record(
        new AuditEvent(
            AuditEvent.Kind.ACT,
            result,
            new AuditEvent.Caller(offer.act().who(), Set.of(), "cluster", settled.node()),
            "rule set %s received: %s on %s at %s, %s"
                .formatted(
                    offer.hash(),
                    offer.act().what(),
                    settled.node(),
                    at(settled),
                    offer.act().why()),
            detail));
  }

  private static Instant at(Stamp stamp) {
    return Instant.ofEpochSecond(0, stamp.time());
  }
}
