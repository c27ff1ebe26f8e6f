/** Who the node is, what time it is, and what a person must look at. */
@NullMarked
package io.headgate.node.internal;

import org.jspecify.annotations.NullMarked;
