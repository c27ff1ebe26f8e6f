package io.headgate.deployer.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.deployer.cfg}. */
@ObjectClassDefinition(id = DeployFolder.PID, name = "Headgate deployer")
@interface DeployerConfig {

  @AttributeDefinition(description = "The folder, relative to the node's own")
  String folder() default "deploy";

  @AttributeDefinition(
      description = "How often the folder is looked at, milliseconds",
      min = "100",
      max = "60000")
  int pollMillis() default 500;

  @AttributeDefinition(
      description = "How long a jar that is not whole may stand still until refused, milliseconds",
      min = "0",
      max = "600000")
  int settleMillis() default 5_000;

  @AttributeDefinition(
      description = "How long a plug-in may take until it runs, milliseconds",
      min = "1000",
      max = "600000")
  int startMillis() default 20_000;
}
