package io.headgate.surveillance.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the surveillance, {@code etc/io.headgate.surveillance.cfg}. */
@ObjectClassDefinition(
    name = "Headgate surveillance",
    description = "What is alarmed of behind the order path: near limits, wash trades, layering")
public @interface SurveillanceConfig {

  /** Window of the patterns. */
  @AttributeDefinition(
      name = "window (s)",
      description = "How far apart the parts of a pattern may lie",
      min = "1",
      max = "3600")
  int windowSeconds() default 60;

  /** Pairs that make a wash trade. */
  @AttributeDefinition(
      name = "wash pairs",
      description =
          "Buys and sells of like size at one price within the window that raise an alarm",
      min = "1",
      max = "1000")
  int washPairs() default 3;

  /** Likeness of the sizes. */
  @AttributeDefinition(
      name = "wash tolerance (%)",
      description = "How much the smaller quantity of a pair may be below the larger",
      min = "0",
      max = "99")
  int washTolerancePercent() default 10;

  /** Round trips. */
  @AttributeDefinition(
      name = "wash round trips",
      description =
          "Whether a buy and a sell count as a pair although the one order had traded before the"
              + " other was sent")
  boolean washRoundTrips() default false;

  /** Orders that make a layer. */
  @AttributeDefinition(
      name = "layering orders",
      description =
          "Unfilled orders cancelled on one side, with a trade on the other, within the window",
      min = "2",
      max = "1000")
  int layeringOrders() default 5;

  /** How much larger they are. */
  @AttributeDefinition(
      name = "layering times",
      description = "How many times what was traded those orders must have shown",
      min = "1",
      max = "1000")
  int layeringTimes() default 5;

  /** When a pattern is critical. */
  @AttributeDefinition(
      name = "critical times",
      description =
          "An alarm of a pattern is critical when it has so many times the pairs, or orders, that"
              + " raise it",
      min = "1",
      max = "1000")
  int criticalTimes() default 2;

  /** When a near limit is forgotten. */
  @AttributeDefinition(
      name = "quiet (s)",
      description = "An alarm of a near limit is cleared when no order came near it for so long",
      min = "1",
      max = "86400")
  int quietSeconds() default 60;
}
