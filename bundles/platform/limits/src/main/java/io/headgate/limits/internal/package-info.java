/** Limit files, the table made of them, and what other nodes have for limits. */
@NullMarked
package io.headgate.limits.internal;

import org.jspecify.annotations.NullMarked;
