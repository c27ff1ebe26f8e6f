package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.load.LimitSwitch;
import io.headgate.rules.drools.internal.load.ListsInForce;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.reference.ReferenceData;
import java.util.SortedMap;

/**
 * What the desk asks of the node. Every method throws {@link IllegalStateException} while that part
 * is away.
 */
public interface Surroundings extends LimitSwitch {

  /** Past orders. */
  Journal journal();

  /** Limits that serve. */
  Limits limits();

  /**
   * Looks whether a set may take the place of the one that serves.
   *
   * @param files its limit files by name; none: those of the rules folder are to serve
   * @throws IllegalArgumentException if a list of restricted instruments would end in silence
   */
  default void checkLists(SortedMap<String, byte[]> files) {
    if (!files.isEmpty()) {
      ListsInForce.check(limits().rows(), files);
    }
  }

  /**
   * As {@link #checkLists}, for the lists of the rules folder alone: those that came with a set go
   * with it.
   */
  default void checkListsOfFolder(SortedMap<String, byte[]> files) {
    if (!limitsOfSetServe()) {
      checkLists(files);
    }
  }

  /** Instruments and accounts. */
  ReferenceData reference();
}
