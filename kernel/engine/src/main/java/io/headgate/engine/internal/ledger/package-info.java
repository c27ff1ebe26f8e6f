/** State as a fold over the journal: the same live and after a restart. */
@NullMarked
package io.headgate.engine.internal.ledger;

import org.jspecify.annotations.NullMarked;
