/** A strategy that trades on fresh scores only. */
@NullMarked
package io.headgate.strategies.scoredmomentum.internal;

import org.jspecify.annotations.NullMarked;
