package io.headgate.strategies.momentum.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.strategies.momentum-*.cfg}; each file is one strategy. */
@ObjectClassDefinition(
    name = "Momentum strategy",
    description = "Two moving averages of the price, crossing; one strategy for each file")
@interface MomentumConfig {

  @AttributeDefinition(description = "Id of the strategy, 1 to 32 of a-z, 0-9 and -")
  String name() default "momentum";

  @AttributeDefinition(description = "Account that it trades for")
  String account() default "DEMO";

  @AttributeDefinition(description = "What it trades, SYMBOL.VENUE separated by commas")
  String instruments() default "";

  @AttributeDefinition(
      description = "Length of the fast average, in quotes or bars",
      min = "1",
      max = "100000")
  int fastPeriods() default 20;

  @AttributeDefinition(
      description = "Length of the slow average, in quotes or bars; above the fast one",
      min = "2",
      max = "1000000")
  int slowPeriods() default 100;

  @AttributeDefinition(
      description = "How far the fast average must stand off the slow one, ten-thousandths")
  String minCrossBps() default "0.5";

  @AttributeDefinition(
      description = "Quantity of one entry, rounded down to whole lots, but at least one lot")
  String orderQty() default "100";

  @AttributeDefinition(description = "Largest position that it seeks, long or short")
  String maxPosition() default "1000";

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
