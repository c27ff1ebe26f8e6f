package io.headgate.strategies.rebalance.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.strategies.rebalance-*.cfg}; each file is one strategy. */
@ObjectClassDefinition(
    name = "Rebalancing strategy",
    description = "Holds an account at the target weights of an optimiser; one for each file")
@interface RebalanceConfig {

  @AttributeDefinition(description = "Id of the strategy, 1 to 32 of a-z, 0-9 and -")
  String name() default "rebalance";

  @AttributeDefinition(description = "Account that it holds; one of its own")
  String account() default "CHARLIE";

  @AttributeDefinition(description = "What it may hold, SYMBOL.VENUE separated by commas")
  String instruments() default "";

  @AttributeDefinition(
      description =
          "What it invests: an amount and its currency, in which all instruments must be priced")
  String capital() default "100000 USD";

  @AttributeDefinition(description = "Name of the optimiser that it asks")
  String optimiser() default "minimum-variance";

  @AttributeDefinition(
      description = "Time from one observation of prices to the next, milliseconds",
      min = "10",
      max = "86400000")
  int sampleMillis() default 250;

  @AttributeDefinition(
      description = "Returns that the optimiser gets to see",
      min = "2",
      max = "5000")
  int observations() default 60;

  @AttributeDefinition(
      description = "Time from one question to the next, milliseconds",
      min = "10",
      max = "86400000")
  int rebalanceMillis() default 5000;

  @AttributeDefinition(
      description = "How long it waits for an answer, milliseconds",
      min = "1",
      max = "3600000")
  int deadlineMillis() default 1000;

  @AttributeDefinition(description = "Least share of the capital in each instrument, 0 to 100")
  double minWeightPercent() default 0;

  @AttributeDefinition(
      description = "Largest share of the capital in each instrument, minWeightPercent to 100")
  double maxWeightPercent() default 25;

  @AttributeDefinition(
      description = "Differences below this share of the capital are left alone, 0 to 100")
  double noTradeBandPercent() default 1;

  @AttributeDefinition(
      description =
          "TAKE: limit at the other side's touch; JOIN: limit at the own side's; MARKET: market")
  String orderStyle() default "TAKE";

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
