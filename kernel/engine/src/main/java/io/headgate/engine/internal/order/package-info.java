/** Orders and their state machine. */
@NullMarked
package io.headgate.engine.internal.order;

import org.jspecify.annotations.NullMarked;
