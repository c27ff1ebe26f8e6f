/** The console commands. */
@NullMarked
package io.headgate.ops.internal.command;

import org.jspecify.annotations.NullMarked;
