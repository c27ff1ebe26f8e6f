package io.headgate.limits.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the limits between nodes, {@code etc/io.headgate.limits.cluster.cfg}. */
@ObjectClassDefinition(name = "Headgate limits between nodes")
public @interface FirmConfig {

  @AttributeDefinition(
      description = "Time between two looks at the other nodes' limits",
      min = "50",
      max = "10000")
  int pollMillis() default 300;

  @AttributeDefinition(
      description =
          "Nodes that are gone for good, with commas: what they had for limits governs no more")
  String withoutNodes() default "";
}
