package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.spi.optimiser.Optimiser;
import io.headgate.testkit.contract.OptimiserContract;

class MinimumVarianceContractTest extends OptimiserContract {

  @Override
  protected Optimiser create() {
    return new MinimumVarianceOptimiser(Sample.SETTINGS);
  }
}
