/** The node, its stop button and its alarms on the console. */
@NullMarked
package io.headgate.ops.internal.command.node;

import org.jspecify.annotations.NullMarked;
