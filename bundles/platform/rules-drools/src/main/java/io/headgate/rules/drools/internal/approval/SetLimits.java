package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.load.LimitSwitch;
import io.headgate.rules.drools.internal.load.SetFiles;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which limits serve beside the rules: those of a set, or those of the rules folder. Safe from
 * every thread.
 */
final class SetLimits {

  private static final Source FOLDER = new Source("", Collections.emptySortedMap());

  private final LimitSwitch node;
  private final boolean held;
  private volatile Source serving = FOLDER;
  private volatile boolean known;
  private volatile @Nullable SetFiles before;

  /** How often a save in the rules folder has ended the limits of a set. */
  private volatile int ended;

  /**
   * Where limits are from.
   *
   * @param set hash of a set; empty for the rules folder
   * @param files contents by name; none for the rules folder
   */
  private record Source(String set, SortedMap<String, byte[]> files) {

    static Source of(SetFiles set) {
      return set.limits().isEmpty() ? FOLDER : new Source(set.limitsFrom(), set.limits());
    }

    boolean isSame(Source other) {
      return set.equals(other.set);
    }
  }

  /**
   * @param held whether limits of a set stay until another set with limits serves
   */
  SetLimits(LimitSwitch node, boolean held) {
    this.node = node;
    this.held = held;
  }

  /** After a start: a set whose limits served before it, and serve on. */
  void servedBefore(@Nullable SetFiles set) {
    before = set;
  }

  /** Hash of the set whose limits serve; empty: those of the rules folder do. */
  String set() {
    return serving.set();
  }

  /** Hash of the set whose limits will serve with these files; empty as above. */
  String setWith(SetFiles files) {
    Source source = source(files);
    return source == null ? set() : source.set();
  }

  /** What serves with these files; null: whatever serves now stays. */
  private @Nullable Source source(SetFiles files) {
    if (!files.limits().isEmpty()) {
      return Source.of(files);
    }
    if (!files.keepsLimits() && !held) {
      return FOLDER;
    }
    SetFiles last = before;
    if (known) {
      return null;
    }
    return last == null ? FOLDER : Source.of(last);
  }

  /**
   * Looks whether the limits of a set could serve.
   *
   * @return lets them serve
   * @throws IllegalArgumentException with every fault, a line each, if they could not
   * @throws IllegalStateException while the limits are away
   */
  Runnable of(SetFiles files) {
    Source source = source(files);
    return new Change(source, source == null ? () -> {} : node.prepareLimits(source.files(), held));
  }

  /** Whether limits serve that were let serve before; never waits. */
  boolean serve(Runnable limits) {
    return limits instanceof Change change && change.source().isSame(serving);
  }

  /** Whether a save in the rules folder has ended the limits of a set since the last look. */
  synchronized boolean haveEnded() {
    if (held || serving.set().isEmpty() || node.limitsOfSetServe()) {
      return false;
    }
    serving = FOLDER;
    ended++;
    node.serveLimits(FOLDER.files(), false);
    return true;
  }

  /**
   * Lets limits serve that belong to a set, first when it begins to, then whenever it does again.
   */
  private final class Change implements Runnable {

    private final Runnable prepared;
    private volatile @Nullable Source mine;
    private boolean done;
    private int endedBefore;

    private Change(@Nullable Source mine, Runnable prepared) {
      this.mine = mine;
      this.prepared = prepared;
    }

    /** Limits that a save has ended are not taken up again. */
    private Source source() {
      Source own = mine;
      return own == null || endedBefore != ended ? FOLDER : own;
    }

    @Override
    public void run() {
      synchronized (SetLimits.this) {
        if (done) {
          again();
        } else {
          begin();
        }
      }
    }

    private void begin() {
      prepared.run();
      Source own = mine;
      serving = own == null ? serving : own;
      mine = serving;
      endedBefore = ended;
      done = true;
      known = true;
      before = null;
    }

    private void again() {
      Source own = source();
      if (!own.isSame(serving)) {
        node.serveLimits(own.files(), held);
        serving = own;
      }
    }
  }
}
