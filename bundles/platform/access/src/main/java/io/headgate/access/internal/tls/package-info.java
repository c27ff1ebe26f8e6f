/** The key and certificate of this node. */
@NullMarked
package io.headgate.access.internal.tls;

import org.jspecify.annotations.NullMarked;
