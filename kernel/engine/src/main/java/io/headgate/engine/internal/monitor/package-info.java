/** Counters, latencies and the state hash. */
@NullMarked
package io.headgate.engine.internal.monitor;

import org.jspecify.annotations.NullMarked;
