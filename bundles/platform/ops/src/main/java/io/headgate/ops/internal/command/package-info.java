/** What all console commands share. */
@NullMarked
package io.headgate.ops.internal.command;

import org.jspecify.annotations.NullMarked;
