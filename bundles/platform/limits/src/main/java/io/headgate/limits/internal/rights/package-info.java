/** What a node may grant of the limits, and what it has granted. */
@NullMarked
package io.headgate.limits.internal.rights;

import org.jspecify.annotations.NullMarked;
