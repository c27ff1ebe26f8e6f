/** The doors as the audit trail sees them: the console and JMX. */
@NullMarked
package io.headgate.access.internal.door;

import org.jspecify.annotations.NullMarked;
