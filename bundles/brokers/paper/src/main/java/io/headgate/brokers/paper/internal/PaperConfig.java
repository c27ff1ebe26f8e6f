package io.headgate.brokers.paper.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.brokers.paper.cfg}. */
@ObjectClassDefinition(
    name = "Paper venue",
    description = "A simulated venue that fills orders against the market data of the node")
@interface PaperConfig {

  @AttributeDefinition(
      description = "Venue codes that it serves, separated by commas; * serves every venue")
  String venues() default "*";

  @AttributeDefinition(
      description = "Time from sending a command to its arrival at the venue, milliseconds",
      min = "0",
      max = "60000")
  int latencyMillis() default 5;

  @AttributeDefinition(
      description = "How many of a hundred fills that could be whole are cut short",
      min = "0",
      max = "100")
  int partialFillPercent() default 20;

  @AttributeDefinition(
      description = "How many of a hundred new orders the venue refuses for no reason",
      min = "0",
      max = "100")
  int rejectPercent() default 1;

  @AttributeDefinition(
      description = "Fee in ten-thousandths of a trade's notional, a decimal from 0 to 100")
  String feeBps() default "0.2";

  @AttributeDefinition(description = "What chance follows from: the same seed, the same venue")
  long seed() default 1;

  @AttributeDefinition(
      description = "Folder in which the venue keeps its orders and trades over a restart")
  String stateFolder() default "${karaf.data}/paper";
}
