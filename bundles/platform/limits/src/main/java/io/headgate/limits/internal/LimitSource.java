package io.headgate.limits.internal;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files the limits are read from: those of the folder, or those of a rule set that was
 * activated with limits of its own. Guarded by its user.
 */
final class LimitSource {

  private final LimitFolder folder;
  private SortedMap<String, byte[]> activated = Collections.emptySortedMap();

  /** Names of the files that the folder had when it was last read without a fault. */
  private List<String> inFolder = List.of();

  private boolean held;

  LimitSource(LimitFolder folder) {
    this.folder = folder;
  }

  @Override
  public String toString() {
    return activated.isEmpty() ? folder.toString() : "an activated rule set";
  }

  /** Whether a set's files serve. */
  boolean isActivated() {
    return !activated.isEmpty();
  }

  /** A set's files serve from now on; none: the folder's, once they are read. */
  void take(SortedMap<String, byte[]> files, boolean stays) {
    if (!files.isEmpty()) {
      activated = new TreeMap<>(files);
    }
    held = stays && !files.isEmpty();
  }

  /**
   * Reads what has to serve now. A file that is gone from the folder is a fault while a set's files
   * serve too; one that only the set has never was in the folder.
   */
  LimitSet read() {
    return held ? LimitSet.read(activated, List.of(), List.of()) : readFolder();
  }

  /** Reads the folder, whether its files serve or not. */
  LimitSet readFolder() {
    return folder.read(inFolder);
  }

  /** What was read serves; a set's files are forgotten unless they stay. */
  void serves(LimitSet read) {
    if (!held) {
      activated = Collections.emptySortedMap();
      inFolder = read.files();
    }
  }
}
