/** Commands that look into the rules, and that let single orders through. */
@NullMarked
package io.headgate.ops.internal.command.insight;

import org.jspecify.annotations.NullMarked;
