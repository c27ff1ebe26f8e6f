/** Scores and portfolios for strategies, asked for in the loop and worked out beside it. */
@NullMarked
package io.headgate.engine.internal.advice;

import org.jspecify.annotations.NullMarked;
