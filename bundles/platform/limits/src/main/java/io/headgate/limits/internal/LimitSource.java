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
   * Reads what has to serve now.
   *
   * @param served names of the files that are in force
   */
  LimitSet read(List<String> served) {
    if (held) {
      return LimitSet.read(activated, List.of(), List.of());
    }
    // Files that only the set has are not gone: they never were in the folder.
    return folder.read(isActivated() ? List.of() : served);
  }

  /** What was read serves; a set's files are forgotten unless they stay. */
  void serves() {
    if (!held) {
      activated = Collections.emptySortedMap();
    }
  }
}
