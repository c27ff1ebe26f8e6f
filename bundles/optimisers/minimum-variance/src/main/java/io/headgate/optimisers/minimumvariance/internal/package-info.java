/** Long-only, bounded portfolios of least variance, solved as a quadratic program. */
@NullMarked
package io.headgate.optimisers.minimumvariance.internal;

import org.jspecify.annotations.NullMarked;
