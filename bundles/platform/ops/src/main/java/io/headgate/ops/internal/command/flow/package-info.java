/** Routes and strategies on the console. */
@NullMarked
package io.headgate.ops.internal.command.flow;

import org.jspecify.annotations.NullMarked;
