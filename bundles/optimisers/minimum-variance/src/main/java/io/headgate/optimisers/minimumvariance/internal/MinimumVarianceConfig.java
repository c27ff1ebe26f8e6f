package io.headgate.optimisers.minimumvariance.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.optimisers.minimumvariance.cfg}. */
@ObjectClassDefinition(
    id = MinimumVarianceConfig.PID,
    name = "Minimum variance optimiser",
    description = "Long-only, fully invested portfolios of least variance within bounds")
@interface MinimumVarianceConfig {

  /** Name of the configuration and, with {@code .cfg}, of its file. */
  String PID = "io.headgate.optimisers.minimumvariance";

  @AttributeDefinition(description = "Id of the optimiser, 1 to 32 of a-z, 0-9 and -")
  String name() default "minimum-variance";

  @AttributeDefinition(
      description =
          "How far the covariance is pulled towards equal, uncorrelated risks: auto, or a share"
              + " from 0 to 1")
  String shrinkage() default "auto";

  @AttributeDefinition(
      description = "Fewest observations of returns that say anything",
      min = "2",
      max = "100000")
  int minObservations() default 20;

  @AttributeDefinition(description = "Most assets of one problem", min = "1", max = "1000")
  int maxAssets() default 250;

  @AttributeDefinition(
      description = "A return or expected return beyond this is refused; 0.5 is 50 %")
  double maxAbsReturn() default 0.5;

  @AttributeDefinition(
      description =
          "Least eigenvalue of the covariance, as a share of the mean variance, 1e-12 to 0.1")
  double eigenvalueFloor() default 1e-6;

  @AttributeDefinition(
      description =
          "Least expected return of the portfolio over one observation, ten-thousandths; empty:"
              + " none is asked for")
  String minReturnBps() default "";
}
