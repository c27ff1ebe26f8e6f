/** Log levels by area, on top of the container's log. */
@NullMarked
package io.headgate.ops.internal.log;

import org.jspecify.annotations.NullMarked;
