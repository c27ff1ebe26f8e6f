/** Strategies and what they may ask. */
@NullMarked
package io.headgate.engine.internal.strategy;

import org.jspecify.annotations.NullMarked;
