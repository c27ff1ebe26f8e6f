package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.approval.Ledger.Line;
import io.headgate.rules.drools.internal.load.Admission;
import io.headgate.rules.drools.internal.load.LimitSwitch;
import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.candidate.Candidate.Step;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was done with each set, and whether it may serve. Where approval is asked for, a saved file
 * only stages a set, and what was activated serves again after a start.
 */
public final class Lifecycle implements Admission {

  /** Why a set serves that stood in the folder when the node started: nobody has done anything. */
  public static final String FOUND = "found in the rules folder at the start";

  /** Why a set serves after the one that followed it was taken back: nobody has done anything. */
  public static final String AGAIN = "serves again: the set after it failed on its first order";

  private static final String SAVED_HERE = "saved in the rules folder";

  private final Shelf shelf;
  private final Acts acts;
  private final Approvals approvals;
  private final boolean approving;
  private final LimitSwitch limits;
  private volatile boolean starting;

  /**
   * @param shelf keeps the files of sets
   * @param signers who may approve
   * @param approvals signatures that a set takes; 0 where approval is not asked for
   * @param clock tells the time
   * @param alarms is told when the history cannot be kept
   * @param limits lets the limits of a set serve
   */
  public Lifecycle(
      Shelf shelf, Signers signers, int approvals, Clock clock, Alarms alarms, LimitSwitch limits) {
    this.shelf = shelf;
    this.acts = new Acts(shelf, clock, alarms);
    this.approvals = new Approvals(this::ledger, signers, approvals, alarms);
    this.approving = approvals > 0;
    this.limits = limits;
  }

  /** From now on what is written into the history is told to the audit trail too. */
  public void tellTo(Consumer<AuditEvent> newTrail) {
    acts.tellTo(newTrail);
  }

  /**
   * The history.
   *
   * @throws IllegalStateException if it cannot be read
   */
  public Ledger ledger() {
    return acts.ledger();
  }

  /**
   * Writes down what was done.
   *
   * @throws IllegalStateException if it cannot be written; then it does not count
   */
  public void note(String hash, String what, String who, String why, String detail) {
    acts.note(hash, what, who, why, detail);
  }

  /**
   * Keeps a set's files and writes down where they come from.
   *
   * @throws IllegalStateException if they cannot be kept
   */
  public void keep(SetFiles files, String what, String who, String why) {
    acts.keep(files, what, who, why);
  }

  @Override
  public boolean takesLimits() {
    return approving;
  }

  @Override
  public Runnable limits(SetFiles files) throws LoadException {
    SortedMap<String, byte[]> own = files.limits();
    try {
      limits.checkLimits(own);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new LoadException("limits", 0, String.valueOf(e.getMessage()));
    }
    return () -> limits.serveLimits(own, approving);
  }

  @Override
  public @Nullable SetFiles first(String folderHash, String wholeHash) throws LoadException {
    starting = true;
    try {
      List<Line> served = ledger().served();
      if (served.isEmpty()) {
        return null;
      }
      Line last = served.get(served.size() - 1);
      String[] then = last.detail().split(" ", 2);
      boolean folderUnchanged = !folderHash.isEmpty() && then[0].equals(folderHash);
      if (last.hash().equals(folderHash) || (!approving && !folderUnchanged)) {
        return null;
      }
      SetFiles files = shelf.read(last.hash());
      starting = false;
      // Limits that were saved since are live, as they were before the node ended.
      boolean limitsSaved = !approving && then.length > 1 && !then[1].equals(wholeHash);
      return limitsSaved ? files.withoutLimits() : files;
    } catch (IllegalStateException | IllegalArgumentException e) {
      if (approving) {
        throw new LoadException("policies", 0, String.valueOf(e.getMessage()));
      }
      acts.cannotBeKept(e);
      return null;
    }
  }

  @Override
  public boolean admits(SetFiles files) {
    if (!approving) {
      return true;
    }
    List<Line> served = ledger().served();
    if (!served.isEmpty() && served.get(served.size() - 1).hash().equals(files.hash())) {
      return true;
    }
    if (ledger().of(files.hash()).stream().noneMatch(Line::tellsOrigin)) {
      keep(files, Ledger.SAVED, "", SAVED_HERE);
    }
    return false;
  }

  @Override
  public void serves(SetFiles files) {
    try {
      List<Line> served = ledger().served();
      Line last = served.isEmpty() ? null : served.get(served.size() - 1);
      boolean endsCanary = last != null && last.isCanary() && !starting && !approving;
      if (last == null || !last.hash().equals(files.hash()) || endsCanary) {
        shelf.keep(files);
        note(files.hash(), Ledger.SERVED, "", starting ? FOUND : SAVED_HERE, files.hash());
      } else if (!approving && !last.detail().split(" ", 2)[0].equals(files.hash())) {
        ledger().folderSays(files.hash());
      }
    } catch (IllegalStateException | IOException e) {
      acts.cannotBeKept(e);
    }
    starting = false;
  }

  /** Signatures that a set takes: one more where its author is not known. */
  public int needed(String hash) {
    return approvals.needed(hash);
  }

  /** Logins whose signature of a set counts: not its authors', each key once. */
  public List<String> approvedBy(String hash) {
    return approvals.approvedBy(hash);
  }

  /**
   * Takes a signature.
   *
   * @throws IllegalArgumentException if it does not count
   */
  public void approve(String hash, String signature, String who) {
    approvals.check(hash, signature, who);
    note(hash, Ledger.APPROVED, who, "", signature);
  }

  /**
   * Looks whether a set may serve.
   *
   * @throws IllegalStateException if a set has not the signatures that it takes
   */
  public void checkApproved(String hash) {
    approvals.check(hash);
  }

  @Override
  public void stillServes(String hash) {
    approvals.watch(hash);
  }

  @Override
  public void servesAgain(String hash, String folderHashes) {
    try {
      // Just after what it follows: nobody has done anything that other nodes should follow.
      ledger().add(hash, new Step(0, wayBack().again(hash), "", AGAIN), folderHashes);
    } catch (IllegalStateException | IOException e) {
      acts.cannotBeKept(e);
    }
  }

  @Override
  public boolean wasTakenBack(String hash) {
    return wayBack().wasTakenBack(hash);
  }

  /** What each set gives way to. */
  public WayBack wayBack() {
    return new WayBack(ledger().served());
  }
}
