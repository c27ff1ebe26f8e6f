/** Rule sets between the nodes of one firm: offered, taken, and compared. */
@NullMarked
package io.headgate.rules.drools.internal.cluster;

import org.jspecify.annotations.NullMarked;
