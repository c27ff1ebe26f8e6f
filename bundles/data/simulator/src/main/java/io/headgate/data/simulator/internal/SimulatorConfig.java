package io.headgate.data.simulator.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.data.simulator.cfg}. */
@ObjectClassDefinition(
    id = SimulatorConfig.PID,
    name = "Headgate simulator",
    description = "A seeded market of many instruments with quotes and trades")
@interface SimulatorConfig {

  /** Name of the configuration and, with {@code .cfg}, of its file. */
  String PID = "io.headgate.data.simulator";

  @AttributeDefinition(description = "The same seed gives the same market; any whole number")
  long seed() default 42;

  @AttributeDefinition(
      description = "SYMBOL.VENUE, separated by commas; empty: all known instruments of venue SIM")
  String[] instruments() default {};

  @AttributeDefinition(
      description =
          "SYMBOL.VENUE=price, separated by commas; an instrument without one gets a price that"
              + " suits its kind and tick")
  String[] startPrices() default {};

  @AttributeDefinition(description = "Ticks per second over all instruments, 1 to 5000000")
  int ticksPerSecond() default 5_000;

  @AttributeDefinition(description = "Whether to keep to the pace; false: as fast as it goes")
  boolean paced() default true;

  @AttributeDefinition(description = "Ends after so many ticks; 0: never")
  long maxTicks() default 0;

  @AttributeDefinition(description = "Most ticks in one batch, 1 to 65536")
  int batchSize() default 512;

  @AttributeDefinition(description = "Longest time that a paced batch collects, 1 to 1000")
  int batchMillis() default 5;

  @AttributeDefinition(
      description = "ISO-8601 moment at which the feed's own time begins (replay or unpaced)")
  String startTime() default "2026-01-05T14:30:00Z";

  @AttributeDefinition(description = "Seconds of market that pass in one second, 0.001 to 100000")
  double marketSpeed() default 60;

  @AttributeDefinition(description = "Market minutes from an opening to the close, 1 to 1e7")
  double sessionMinutes() default 390;

  @AttributeDefinition(
      description = "Time from a close to the next opening, in which nothing ticks, 0 to 3600000")
  long breakMillis() default 2_000;

  @AttributeDefinition(description = "Standard deviation of the move over a break, 0 to 2000")
  double gapBps() default 60;

  @AttributeDefinition(
      description =
          "How much higher volume and variance are at the opening and the close than at midday, 0"
              + " to 1000")
  double smilePercent() default 150;

  @AttributeDefinition(description = "Annualised volatility, 0 to 1000")
  double volatilityPercent() default 25;

  @AttributeDefinition(
      description = "How long a cluster of volatility lasts, seconds of the session, 0.1 to 1e6")
  double clusterSeconds() default 15;

  @AttributeDefinition(
      description = "Standard deviation of the logarithm of volatility, 0 (constant) to 1.5")
  double clusterStrength() default 0.6;

  @AttributeDefinition(
      description = "Correlation of two instruments of different sectors, or of none, 0 to 99")
  double correlationPercent() default 30;

  @AttributeDefinition(
      description = "Correlation of two instruments of one sector, correlationPercent to 99")
  double sectorCorrelationPercent() default 60;

  @AttributeDefinition(description = "Spread in ordinary times, 0 to 1000; never under one tick")
  double spreadBps() default 2;

  @AttributeDefinition(description = "Share of the ticks that are trades, 0 to 90")
  double tradeSharePercent() default 20;

  @AttributeDefinition(
      description =
          "How much likelier a trade lifts the offer after a rise than after a fall, 0 to 100")
  double flowPercent() default 60;

  @AttributeDefinition(description = "Mean life of a trend in seconds of the session, 0.1 to 1e6")
  double trendSeconds() default 20;

  @AttributeDefinition(
      description = "How far a trend runs, in standard deviations over its mean life, 0 to 10")
  double trendStrength() default 1.5;

  @AttributeDefinition(description = "Jumps per instrument and hour of the session, 0 to 36000")
  double jumpsPerHour() default 30;

  @AttributeDefinition(description = "Mean size of a jump, 0 to 2000")
  double jumpBps() default 30;

  @AttributeDefinition(description = "Mean lots at the touch, 1 to 1000000")
  int sizeLots() default 100;
}
