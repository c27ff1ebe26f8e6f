package io.headgate.state.hazelcast.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings, in io.headgate.state.cfg. */
@ObjectClassDefinition(name = "Headgate shared positions")
public @interface StateConfig {

  @AttributeDefinition(description = "Whether positions are shared; if not, no port is opened")
  boolean enabled() default true;

  @AttributeDefinition(description = "Name that all nodes of the firm share")
  String clusterName() default "headgate";

  @AttributeDefinition(description = "Address on which this node listens")
  String bindAddress() default "127.0.0.1";

  @AttributeDefinition(description = "Port on which this node listens", min = "1", max = "65535")
  int port() default 5701;

  @AttributeDefinition(
      description = "host:port at which other nodes reach this one; empty: bindAddress and port")
  String publicAddress() default "";

  @AttributeDefinition(description = "host:port of the nodes to look for, separated by commas")
  String members() default "";

  @AttributeDefinition(
      description = "Nodes that keep a copy besides the first",
      min = "0",
      max = "6")
  int backupCount() default 2;

  @AttributeDefinition(
      description = "Silence after which a node counts as gone, seconds",
      min = "3",
      max = "300")
  int heartbeatSeconds() default 10;

  @AttributeDefinition(
      description = "Time between two looks for the other half of a split, seconds",
      min = "1",
      max = "600")
  int mergeSeconds() default 10;

  @AttributeDefinition(
      description = "Time between two comparisons with the cluster, milliseconds",
      min = "1000",
      max = "600000")
  long reconcileMillis() default 30_000;

  @AttributeDefinition(
      description = "Wait before Hazelcast is started again, milliseconds",
      min = "100",
      max = "600000")
  long retryMillis() default 5_000;
}
