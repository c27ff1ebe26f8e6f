package io.headgate.spi.optimiser;

import io.headgate.spi.plugin.Plugin;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns signals and limits into a target portfolio. Pure: the same problem, the same answer. */
@ConsumerType
public interface Optimiser extends Plugin {

  /**
   * Solves one problem.
   *
   * @return target weights, or the reason why there are none; never null
   */
  TargetPortfolio optimise(PortfolioProblem problem);
}
