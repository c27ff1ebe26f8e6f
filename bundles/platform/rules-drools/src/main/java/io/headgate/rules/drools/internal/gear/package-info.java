/** How a checked set is compiled by Drools and evaluated. */
@NullMarked
package io.headgate.rules.drools.internal.gear;

import org.jspecify.annotations.NullMarked;
