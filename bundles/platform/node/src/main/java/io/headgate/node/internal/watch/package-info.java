/** Whether everything that this node is configured to run does run. */
@NullMarked
package io.headgate.node.internal.watch;

import org.jspecify.annotations.NullMarked;
