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

  private static final String LIMITS_SAVED = "rules/limits was saved, and serves";

  private static final String SAVED_HERE = "saved in the rules folder";

  private final Shelf shelf;
  private final Acts acts;
  private final Approvals approvals;
  private final boolean approving;
  private final SetLimits setLimits;

  /** Hash of what stood in the rules folder when the node started; null before that. */
  private @Nullable String found;

  private volatile boolean starting;

  /** Whether it is still to be written down that the limits of the folder serve. */
  private boolean limitsEnded;

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
    this.setLimits = new SetLimits(limits, approving);
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
    try {
      return setLimits.of(files);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new LoadException("limits", 0, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean serve(Runnable served) {
    return setLimits.serve(served);
  }

  @Override
  public String beside(SetFiles files, String folderHash, String limitsHash) {
    return new Beside(folderHash, limitsHash, setLimits.setWith(files)).written();
  }

  @Override
  public void lookAtLimits() {
    limitsEnded |= setLimits.haveEnded();
    if (limitsEnded) {
      noteEndOfLimits();
    }
  }

  /** A save in the rules folder has ended them: they do not come back with a start. */
  private void noteEndOfLimits() {
    try {
      Line last = latest();
      if (last != null) {
        ledger().folderSays(Beside.of(last).withoutLimits().written());
        acts.tell(last.hash(), "without the limits that were activated", "", LIMITS_SAVED);
      }
      limitsEnded = false;
    } catch (IllegalStateException | IOException e) {
      acts.cannotBeKept(e);
    }
  }

  private @Nullable Line latest() {
    List<Line> served = ledger().served();
    return served.isEmpty() ? null : served.get(served.size() - 1);
  }

  @Override
  public @Nullable SetFiles first(String folderHash, String limitsHash) throws LoadException {
    if (found == null) {
      found = folderHash;
    }
    // What is saved after a start, at which the folder could not serve, is an act.
    starting = !folderHash.isEmpty() && folderHash.equals(found);
    try {
      Line last = latest();
      if (last == null) {
        return null;
      }
      Beside then = Beside.of(last);
      // Limits that were saved since are live, as they were before the node ended.
      limitsEnded |=
          !approving
              && !then.limitsOf().isEmpty()
              && !limitsHash.isEmpty()
              && !then.limits().isEmpty()
              && !then.limits().equals(limitsHash);
      if (limitsEnded) {
        noteEndOfLimits();
        then = then.withoutLimits();
      }
      boolean folderUnchanged = !folderHash.isEmpty() && then.folder().equals(folderHash);
      if (last.hash().equals(folderHash) || (!approving && !folderUnchanged)) {
        boolean inFolder = then.limitsOf().isEmpty() || then.limitsOf().equals(folderHash);
        setLimits.servedBefore(inFolder ? null : shelf.read(then.limitsOf()));
        return null;
      }
      starting = false;
      return served(last, then);
    } catch (IllegalStateException | IllegalArgumentException e) {
      if (approving) {
        throw new LoadException("policies", 0, String.valueOf(e.getMessage()));
      }
      acts.cannotBeKept(e);
      return null;
    }
  }

  /** A set as it served: with its own limits, those of another set, or those of the folder. */
  private SetFiles served(Line line, Beside then) {
    SetFiles files = shelf.read(line.hash());
    if (then.limitsOf().isEmpty()) {
      return files.withoutLimits();
    }
    return then.limitsOf().equals(line.hash())
        ? files
        : files.withLimitsOf(shelf.read(then.limitsOf()));
  }

  @Override
  public @Nullable SetFiles last() throws LoadException {
    try {
      Line last = latest();
      starting = false;
      return last == null ? null : served(last, Beside.of(last));
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new LoadException("policies", 0, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String lastFolder() {
    Line last = latest();
    return last == null ? "" : Beside.of(last).folder();
  }

  /**
   * A set as it served last.
   *
   * @throws IllegalArgumentException if its files are not there, or are not what was kept
   */
  public SetFiles asItServed(String hash) {
    Line last = null;
    for (Line line : ledger().served()) {
      last = line.hash().equals(hash) ? line : last;
    }
    SetFiles files = shelf.read(hash);
    boolean withOthers = last != null && !Beside.of(last).limitsOf().isEmpty();
    return last != null && withOthers ? served(last, Beside.of(last)) : files;
  }

  /**
   * A set that another node has let serve, with what serves beside it.
   *
   * @param act by which it serves there
   * @throws IllegalArgumentException if its files are not there, or are not what was kept
   */
  public SetFiles taken(String hash, Step act) {
    if (act.what().equals(Ledger.ROLLED_BACK)) {
      return asItServed(hash);
    }
    // Nobody has a name who has saved a file.
    SetFiles files = shelf.read(hash);
    return act.who().isEmpty() ? files.keepingLimits() : files;
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
        String limitsHash = setLimits.set().isEmpty() ? "" : files.limitsHashBeside();
        String beside = new Beside(files.hash(), limitsHash, setLimits.set()).written();
        note(files.hash(), Ledger.SERVED, "", starting ? FOUND : SAVED_HERE, beside);
      } else if (!approving && !Beside.of(last).folder().equals(files.hash())) {
        ledger().folderSays(Beside.of(last).withFolder(files.hash()).written());
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
  public void servesAgain(String hash, String folderHash, String limitsHash) {
    String beside = new Beside(folderHash, limitsHash, setLimits.set()).written();
    try {
      // Just after what it follows: nobody has done anything that other nodes should follow.
      Step step = new Step(0, wayBack().again(hash), "", AGAIN);
      ledger().add(hash, step, beside);
      acts.tell(hash, step.what(), "", AGAIN);
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
