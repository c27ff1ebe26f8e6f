/** Who is acting. */
@NullMarked
package io.headgate.ops.internal.access;

import org.jspecify.annotations.NullMarked;
