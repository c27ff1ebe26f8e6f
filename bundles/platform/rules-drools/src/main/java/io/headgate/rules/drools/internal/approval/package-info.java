/** Who has staged, signed and activated which rule set, and which set may serve. */
@NullMarked
package io.headgate.rules.drools.internal.approval;

import org.jspecify.annotations.NullMarked;
