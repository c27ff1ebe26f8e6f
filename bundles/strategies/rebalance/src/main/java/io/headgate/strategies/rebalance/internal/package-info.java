/** A strategy that holds an account at the target weights of an optimiser. */
@NullMarked
package io.headgate.strategies.rebalance.internal;

import org.jspecify.annotations.NullMarked;
