/** Threads and time: the loop that owns all state, live or inline in a replay. */
@NullMarked
package io.headgate.engine.internal.loop;

import org.jspecify.annotations.NullMarked;
