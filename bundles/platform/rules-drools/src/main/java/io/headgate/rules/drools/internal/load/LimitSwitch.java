package io.headgate.rules.drools.internal.load;

import java.util.SortedMap;

/** Which limits serve beside the rules. */
public interface LimitSwitch {

  /**
   * Looks whether limit files could serve.
   *
   * @param files contents by name; none are always fine
   * @throws IllegalArgumentException with every fault, a line each, if they could not
   * @throws IllegalStateException while the limits are away
   */
  void checkLimits(SortedMap<String, byte[]> files);

  /**
   * Lets the limits of a set serve.
   *
   * @param files contents by name; none: those of the rules folder serve
   * @param held whether they stay, whatever is saved in the rules folder
   * @throws IllegalArgumentException as above
   * @throws IllegalStateException while the limits are away
   */
  void serveLimits(SortedMap<String, byte[]> files, boolean held);

  /**
   * Does beforehand what takes time of it.
   *
   * @return what is left of it; quick, to be run once
   * @throws IllegalArgumentException as above
   * @throws IllegalStateException while the limits are away
   */
  default Runnable prepareLimits(SortedMap<String, byte[]> files, boolean held) {
    checkLimits(files);
    return () -> serveLimits(files, held);
  }

  /** Whether the limits of a set serve that were let serve: no save has ended them. */
  default boolean limitsOfSetServe() {
    return true;
  }
}
