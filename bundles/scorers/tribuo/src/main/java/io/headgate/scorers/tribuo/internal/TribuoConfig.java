package io.headgate.scorers.tribuo.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.scorers.tribuo-*.cfg}; each file is one scorer. */
@ObjectClassDefinition(
    name = "Tribuo scorer",
    description = "A classifier trained by headgate train; one scorer for each file")
@interface TribuoConfig {

  @AttributeDefinition(description = "Id of the scorer, 1 to 32 of a-z, 0-9 and -")
  String name() default "tribuo";

  @AttributeDefinition(description = "File of the model, made by headgate train")
  String modelFile() default "${karaf.base}/models/model.tribuo";

  @AttributeDefinition(
      description = "How often to look whether the file has changed, milliseconds",
      min = "100",
      max = "3600000")
  long checkMillis() default 1000;
}
