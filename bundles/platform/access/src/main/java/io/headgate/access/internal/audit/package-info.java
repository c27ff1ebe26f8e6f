/** The audit trail: lines in files that only grow, forced to the disk, bounded under a flood. */
@NullMarked
package io.headgate.access.internal.audit;

import org.jspecify.annotations.NullMarked;
