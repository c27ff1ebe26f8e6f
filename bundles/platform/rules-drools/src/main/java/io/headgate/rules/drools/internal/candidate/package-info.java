/** The life of a rule set: tried on past orders, beside the serving one, activated, taken back. */
@NullMarked
package io.headgate.rules.drools.internal.candidate;

import org.jspecify.annotations.NullMarked;
