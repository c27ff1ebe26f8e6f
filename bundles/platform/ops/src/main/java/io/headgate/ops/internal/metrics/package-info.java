/** Everything that is measured, for monitoring systems. */
@NullMarked
package io.headgate.ops.internal.metrics;

import org.jspecify.annotations.NullMarked;
