/** Events to observations, observations to a tested model, a model to files. */
@NullMarked
package io.headgate.scorers.tribuo.internal.training;

import org.jspecify.annotations.NullMarked;
