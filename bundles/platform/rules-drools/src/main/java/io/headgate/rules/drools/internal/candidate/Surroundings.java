package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.load.LimitSwitch;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.reference.ReferenceData;

/**
 * What the desk asks of the node. Every method throws {@link IllegalStateException} while that part
 * is away.
 */
public interface Surroundings extends LimitSwitch {

  /** Past orders. */
  Journal journal();

  /** Limits that serve. */
  Limits limits();

  /** Instruments and accounts. */
  ReferenceData reference();
}
