/** Why rules said what they said: explanations, near misses, costs. */
@NullMarked
package io.headgate.rules.drools.internal.explain;

import org.jspecify.annotations.NullMarked;
