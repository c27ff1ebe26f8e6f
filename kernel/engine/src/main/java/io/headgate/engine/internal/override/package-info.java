/** Overrides of rules for single orders. */
@NullMarked
package io.headgate.engine.internal.override;

import org.jspecify.annotations.NullMarked;
