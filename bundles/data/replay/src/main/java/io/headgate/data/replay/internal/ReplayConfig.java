package io.headgate.data.replay.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.data.replay.cfg}. */
@ObjectClassDefinition(
    id = ReplayConfig.PID,
    name = "Headgate replay",
    description = "Recorded ticks and bars in CSV, plain, gzip or zip")
@interface ReplayConfig {

  /** Name of the configuration and, with {@code .cfg}, of its file. */
  String PID = "io.headgate.data.replay";

  @AttributeDefinition(
      description =
          "Paths or patterns (* and ?), separated by commas; relative to the node's folder")
  String[] files() default {};

  @AttributeDefinition(description = "SYMBOL.VENUE of all rows")
  String instrument() default "";

  @AttributeDefinition(
      description = "What the columns hold, in order, such as millisOfDay,bid,ask; - ignores one")
  String columns() default "";

  @AttributeDefinition(
      description = "Date of times of day, such as 2014-05-08; fileName: the date in each name")
  String date() default "";

  @AttributeDefinition(description = "Zone of times without an offset, such as America/New_York")
  String zone() default "UTC";

  @AttributeDefinition(description = "Recorded prices are prices times this; a power of ten")
  String priceScale() default "1";

  @AttributeDefinition(description = "Recorded sizes are sizes times this; a power of ten")
  String sizeScale() default "1";

  @AttributeDefinition(
      description =
          "Length of a bar whose time is its beginning; 0 where it is its end; -1: not said, which"
              + " bars refuse",
      min = "-1",
      max = "2678400000")
  long barMillis() default -1;

  @AttributeDefinition(description = "max, or how many times as fast as recorded: 1, 10, 0.5")
  String speed() default "max";

  @AttributeDefinition(description = "Whether each file begins with names: yes, no or auto")
  String header() default "auto";

  @AttributeDefinition(description = "Between columns: one character, or tab")
  String delimiter() default ",";

  @AttributeDefinition(description = "What a row that cannot be used does: skip it, or fail")
  String badRowPolicy() default "skip";

  @AttributeDefinition(description = "By how much a bid may be above its ask, 0 to 10000")
  double maxCrossedBps() default 100;

  @AttributeDefinition(
      description = "By how much a price may differ from the last, 1.01 to 1000000")
  double maxJumpFactor() default 10;

  @AttributeDefinition(description = "Most rows in one batch, 1 to 65536")
  int batchSize() default 512;
}
