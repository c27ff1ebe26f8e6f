/** The audit trail on the console. */
@NullMarked
package io.headgate.access.internal.command;

import org.jspecify.annotations.NullMarked;
