/** Commands for rule sets before and after they serve. */
@NullMarked
package io.headgate.ops.internal.command.candidate;

import org.jspecify.annotations.NullMarked;
