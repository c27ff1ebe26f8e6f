/** Who is acting, and on which parts of the node. */
@NullMarked
package io.headgate.ops.internal.access;

import org.jspecify.annotations.NullMarked;
