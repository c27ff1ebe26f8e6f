/** What the log tells, on the console. */
@NullMarked
package io.headgate.ops.internal.command.log;

import org.jspecify.annotations.NullMarked;
