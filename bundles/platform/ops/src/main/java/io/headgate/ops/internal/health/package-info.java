/** The node's health: all checks together, asked at most once a second. */
@NullMarked
package io.headgate.ops.internal.health;

import org.jspecify.annotations.NullMarked;
