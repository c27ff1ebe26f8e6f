/** Positions, FX rates and profit and loss. */
@NullMarked
package io.headgate.engine.internal.position;

import org.jspecify.annotations.NullMarked;
