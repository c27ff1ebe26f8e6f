/** Tests of the minimum variance optimiser. */
@NullMarked
package io.headgate.optimisers.minimumvariance.internal;

import org.jspecify.annotations.NullMarked;
