/** A strategy that follows trends: two moving averages of the price, crossing. */
@NullMarked
package io.headgate.strategies.momentum.internal;

import org.jspecify.annotations.NullMarked;
