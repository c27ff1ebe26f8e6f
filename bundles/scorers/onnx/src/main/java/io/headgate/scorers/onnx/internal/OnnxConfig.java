package io.headgate.scorers.onnx.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code etc/io.headgate.scorers.onnx-*.cfg}; each file is one scorer. */
@ObjectClassDefinition(
    name = "ONNX scorer",
    description = "An ONNX model with a description beside it; one scorer for each file")
@interface OnnxConfig {

  @AttributeDefinition(description = "Id of the scorer, 1 to 32 of a-z, 0-9 and -")
  String name() default "onnx";

  @AttributeDefinition(
      description = "ONNX file; its description is the file of the same name and .properties")
  String modelFile() default "${karaf.base}/models/model.onnx";

  @AttributeDefinition(
      description = "How often to look whether the files have changed, milliseconds",
      min = "100",
      max = "3600000")
  long checkMillis() default 1000;
}
