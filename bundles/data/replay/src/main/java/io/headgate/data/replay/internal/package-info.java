/** Recorded ticks and bars, delivered as a feed. */
@NullMarked
package io.headgate.data.replay.internal;

import org.jspecify.annotations.NullMarked;
