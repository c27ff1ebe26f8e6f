package io.headgate.scorers.onnx.internal;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXOperators;
import org.tribuo.util.onnx.ONNXPlaceholder;

/** Small ONNX models, written by hand. */
final class Graphs {

  private Graphs() {}

  /** {@code out = x * factor}, column by column. */
  static byte[] scale(String input, String output, float... factors) {
    ONNXContext graph = new ONNXContext();
    graph.setName("scale");
    ONNXPlaceholder in = graph.floatInput(input, factors.length);
    in.apply(ONNXOperators.MUL, graph.array("factors", factors))
        .assignTo(graph.floatOutput(output, factors.length));
    return ModelProto.newBuilder()
        .setIrVersion(6)
        .setGraph(graph.buildGraph())
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(11))
        .build()
        .toByteArray();
  }

  /** Writes model and description; the latter as lines. */
  static Path write(Path folder, byte[] model, String... lines) throws IOException {
    Path file = folder.resolve("m.onnx");
    Files.write(file, model);
    Files.write(
        folder.resolve("m.onnx.properties"),
        String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return file;
  }
}
