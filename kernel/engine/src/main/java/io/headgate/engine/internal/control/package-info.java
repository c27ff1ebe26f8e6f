/** Trading states and the kill latch. */
@NullMarked
package io.headgate.engine.internal.control;

import org.jspecify.annotations.NullMarked;
