/** A seeded market of many instruments, delivered as a feed. */
@NullMarked
package io.headgate.data.simulator.internal;

import org.jspecify.annotations.NullMarked;
