/** Orders and decisions on the console. */
@NullMarked
package io.headgate.ops.internal.command.order;

import org.jspecify.annotations.NullMarked;
