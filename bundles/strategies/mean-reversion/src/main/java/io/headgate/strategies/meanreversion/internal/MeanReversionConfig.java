package io.headgate.strategies.meanreversion.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.strategies.meanreversion-*.cfg}; each file is one strategy. */
@ObjectClassDefinition(
    name = "Mean reversion strategy",
    description = "Trades against prices that are far from their mean; one strategy for each file")
@interface MeanReversionConfig {

  @AttributeDefinition(description = "Id of the strategy, 1 to 32 of a-z, 0-9 and -")
  String name() default "meanreversion";

  @AttributeDefinition(description = "Account that it trades for, best one of its own")
  String account() default "BRAVO";

  @AttributeDefinition(description = "What it trades, SYMBOL.VENUE separated by commas")
  String instruments() default "";

  @AttributeDefinition(
      description = "Prices over which mean and deviation are taken, quotes or bars",
      min = "10",
      max = "100000")
  int windowPeriods() default 500;

  @AttributeDefinition(
      description = "Deviations from the mean at which it enters, exitZ to 20, above exitZ")
  double entryZ() default 2;

  @AttributeDefinition(description = "Deviations from the mean at which it leaves, 0 to 20")
  double exitZ() default 0.5;

  @AttributeDefinition(
      description = "Deviations from the mean at which it gives up, above entryZ, to 100")
  double stopZ() default 4;

  @AttributeDefinition(
      description = "Standard deviation below which it does not trade, ten-thousandths, 0 to 10000")
  double minDeviationBps() default 0.5;

  @AttributeDefinition(
      description = "Quantity of a position, rounded down to whole lots, but at least one lot")
  String orderQty() default "100";

  @AttributeDefinition(
      description =
          "TAKE: limit at the other side's touch; JOIN: limit at the own side's; MARKET: market")
  String orderStyle() default "TAKE";

  @AttributeDefinition(
      description = "Whether it asks for no more than its headroom, or lets the limits decide")
  boolean respectHeadroom() default true;

  @AttributeDefinition(
      description = "Age at which an open order is cancelled, milliseconds",
      min = "1",
      max = "86400000")
  int orderTtlMillis() default 2000;

  @AttributeDefinition(
      description = "Pause after a denial, milliseconds; doubles with each further one",
      min = "1",
      max = "3600000")
  int backoffMillis() default 1000;
}
