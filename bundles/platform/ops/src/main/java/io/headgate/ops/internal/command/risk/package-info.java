/** Limits, rules and positions on the console. */
@NullMarked
package io.headgate.ops.internal.command.risk;

import org.jspecify.annotations.NullMarked;
