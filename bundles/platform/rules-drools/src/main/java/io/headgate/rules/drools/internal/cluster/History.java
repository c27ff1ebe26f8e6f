package io.headgate.rules.drools.internal.cluster;

import io.headgate.rules.drools.internal.approval.Ledger;
import io.headgate.rules.drools.internal.approval.Ledger.Line;
import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.spi.candidate.Candidate.Step;
import io.headgate.spi.cluster.Stamp;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the history of this node says about the set that serves, as other nodes need it: when it was
 * let serve, where, and whether by an act or because it happened to stand in the folder.
 */
final class History {

  private static final String BY = ": ";
  private static final Set<String> TRAVELLING =
      Set.of(Ledger.STAGED, Ledger.SAVED, Ledger.APPROVED);

  private final Lifecycle lifecycle;
  private final String node;

  History(Lifecycle lifecycle, String node) {
    this.lifecycle = lifecycle;
    this.node = node;
  }

  /**
   * The line by which a set came to serve that is not for this node alone; null if none is known. A
   * canary changes nothing about it: an act elsewhere that is later than this ends the canary.
   */
  @Nullable Line last() {
    List<Line> served = lifecycle.ledger().servedForAll();
    return served.isEmpty() ? null : served.get(served.size() - 1);
  }

  /** Whether a set serves here as a canary, if it is the one that serves. */
  boolean isCanary(String serving) {
    return lifecycle.ledger().isCanary(serving);
  }

  /**
   * Since when. What a node has found in its folder at its very first start gives way to whatever
   * the firm has; files that were changed while the node was down give way only to what is done
   * after that start.
   */
  Stamp stamp(@Nullable Line line) {
    if (line == null || (!line.isAct() && lifecycle.ledger().servedForAll().size() == 1)) {
      return Stamp.NEVER;
    }
    return new Stamp(line.step().time(), node(line));
  }

  private String node(Line line) {
    String why = line.step().why();
    int end = why.indexOf(BY);
    return line.step().what().equals(Ledger.RECEIVED) && end > 0 ? why.substring(0, end) : node;
  }

  /** What of a set's history goes with it. */
  List<Line> travelling(String hash) {
    return lifecycle.ledger().of(hash).stream().filter(History::travels).toList();
  }

  private static boolean travels(Line line) {
    return TRAVELLING.contains(line.step().what());
  }

  /**
   * Adds what another node knows of a set: where it comes from, and its signatures, which count
   * only as they verify here.
   */
  void adopt(Offer offer) throws IOException {
    Ledger ledger = lifecycle.ledger();
    Set<List<String>> known = new HashSet<>();
    ledger.of(offer.hash()).forEach(line -> known.add(essence(line)));
    for (Line line : offer.lines()) {
      if (travels(line) && known.add(essence(line))) {
        ledger.add(offer.hash(), line.step(), line.detail());
      }
    }
  }

  private static List<String> essence(Line line) {
    boolean approval = line.step().what().equals(Ledger.APPROVED);
    return List.of(line.step().what(), line.step().who(), approval ? line.detail() : "");
  }

  /** Writes down that a set serves because another node has let it serve. */
  void received(Offer offer, Stamp stamp, String folderHash) {
    Step act = offer.act();
    String why = stamp.node() + BY + act.why();
    try {
      lifecycle
          .ledger()
          .add(offer.hash(), new Step(stamp.time(), Ledger.RECEIVED, act.who(), why), folderHash);
    } catch (IOException e) {
      throw new IllegalStateException("it cannot be written to the history of rule sets: " + e, e);
    }
  }

  /** What serves here already, by itself or as a canary, is what another node lets serve on all. */
  void receivedServing(Offer offer, Stamp stamp) {
    List<Line> served = lifecycle.ledger().served();
    received(offer, stamp, served.isEmpty() ? "" : served.get(served.size() - 1).detail());
  }

  /** The reason that was given on the node where it was done. */
  static Step act(Line line) {
    Step step = line.step();
    int end = step.why().indexOf(BY);
    return step.what().equals(Ledger.RECEIVED) && end > 0
        ? new Step(step.time(), step.what(), step.who(), step.why().substring(end + BY.length()))
        : step;
  }
}
