package io.headgate.scorers.tribuo.internal.training;

import io.headgate.scorers.tribuo.internal.ModelFile;
import io.headgate.scorers.tribuo.internal.Move;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.ONNXExportable;
import org.tribuo.classification.Label;
import org.tribuo.transform.TransformedModel;
import org.tribuo.transform.Transformer;
import org.tribuo.transform.TransformerMap;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXOperators;
import org.tribuo.util.onnx.ONNXPlaceholder;
import org.tribuo.util.onnx.ONNXRef;

/**
 * A model as ONNX: the scaling of the features, then the classifier's own graph; and the
 * description that its scorer needs.
 */
final class OnnxFile {

  private static final String INPUT = "features";
  private static final String OUTPUT = "probabilities";

  private final byte[] bytes;
  private final byte[] description;

  private OnnxFile(byte[] bytes, byte[] description) {
    this.bytes = bytes;
    this.description = description;
  }

  /** The ONNX file. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** The properties file beside it. */
  byte[] description() {
    return description.clone();
  }

  /** Writes a model down. */
  static OnnxFile of(TransformedModel<Label> model, Map<String, String> provenance) {
    Model<Label> inner = model.getInnerModel();
    List<String> features = inOrder(inner);
    TransformerMap scaling = model.getTransformerMap();
    double[] factors = new double[features.size()];
    double[] offsets = new double[features.size()];
    for (int i = 0; i < factors.length; i++) {
      List<Transformer> steps = scaling.get(features.get(i));
      // Scaling is linear: two points tell it.
      offsets[i] = TransformerMap.applyTransformerList(0, steps);
      factors[i] = TransformerMap.applyTransformerList(1, steps) - offsets[i];
    }
    ONNXContext graph = new ONNXContext();
    graph.setName("headgate-model");
    ONNXPlaceholder input = graph.floatInput(INPUT, features.size());
    ONNXRef<?> scaled =
        input
            .apply(ONNXOperators.MUL, graph.array("factors", factors))
            .apply(ONNXOperators.ADD, graph.array("offsets", offsets));
    int outputs = inner.getOutputIDInfo().size();
    ((ONNXExportable) inner).writeONNXGraph(scaled).assignTo(graph.floatOutput(OUTPUT, outputs));
    byte[] bytes = ONNXExportable.buildModel(graph, "io.headgate", 1, inner).toByteArray();
    return new OnnxFile(bytes, describe(bytes, features, inner, provenance));
  }

  /** The features as the classifier numbers them. */
  private static List<String> inOrder(Model<Label> inner) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inner.getFeatureIDMap().size(); i++) {
      names.add(inner.getFeatureIDMap().get(i).getName());
    }
    return names;
  }

  private static byte[] describe(
      byte[] bytes, List<String> features, Model<Label> inner, Map<String, String> provenance) {
    ImmutableOutputInfo<Label> labels = inner.getOutputIDInfo();
    List<String> weights = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      weights.add(weight(Move.valueOf(labels.getOutput(i).getLabel())));
    }
    List<String> lines = new ArrayList<>();
    lines.add("# What the ONNX file beside this one takes and answers.");
    lines.add("input = " + INPUT);
    lines.add("features = " + String.join(", ", features));
    lines.add("output = " + OUTPUT);
    lines.add("# The score is the sum of the output's numbers, each times its weight.");
    lines.add("weights = " + String.join(", ", weights));
    lines.add("sha256 = " + ModelFile.hash(bytes));
    new TreeMap<>(provenance)
        .forEach((key, value) -> lines.add("provenance." + key + " = " + escaped(value)));
    return lines.stream()
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String weight(Move move) {
    return switch (move) {
      case UP -> "1";
      case FLAT -> "0";
      case DOWN -> "-1";
    };
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replaceAll("[\\r\\n]+", " ");
  }
}
