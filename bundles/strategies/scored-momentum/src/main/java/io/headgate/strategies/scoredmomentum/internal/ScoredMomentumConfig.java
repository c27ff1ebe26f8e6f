package io.headgate.strategies.scoredmomentum.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.strategies.scoredmomentum-*.cfg}; each file is one strategy. */
@ObjectClassDefinition(
    name = "Scored momentum strategy",
    description = "Positions that a scorer's fresh scores ask for; one strategy for each file")
@interface ScoredMomentumConfig {

  @AttributeDefinition(description = "Id of the strategy, 1 to 32 of a-z, 0-9 and -")
  String name() default "scored-momentum";

  @AttributeDefinition(description = "Account that it trades for")
  String account() default "DEMO";

  @AttributeDefinition(description = "What it trades, SYMBOL.VENUE separated by commas")
  String instruments() default "";

  @AttributeDefinition(description = "Id of the scorer that it asks")
  String scorer() default "";

  @AttributeDefinition(
      description = "How long a score may take, milliseconds; a later one is not used",
      min = "1",
      max = "60000")
  long deadlineMillis() default 100;

  @AttributeDefinition(
      description = "Pause between two questions about one instrument, milliseconds",
      min = "0",
      max = "3600000")
  long everyMillis() default 250;

  @AttributeDefinition(
      description = "Score from which it goes long; short from its negative; above 0")
  double enterScore() default 0.2;

  @AttributeDefinition(description = "Score below which it leaves a position, from 0 to enterScore")
  double exitScore() default 0.05;

  @AttributeDefinition(description = "Position that it takes, rounded down to whole lots")
  String positionQty() default "100";

  @AttributeDefinition(
      description =
          "Questions in a row without a fresh score after which it closes its position; 0: never",
      min = "0",
      max = "1000000")
  long closeAfterUnanswered() default 40;

  @AttributeDefinition(
      description = "Age at which an open order is cancelled, milliseconds",
      min = "1",
      max = "86400000")
  long orderTtlMillis() default 2000;

  @AttributeDefinition(
      description = "Pause after a denial, milliseconds; doubles with each further one",
      min = "1",
      max = "3600000")
  long backoffMillis() default 1000;
}
