package io.headgate.scorers.tribuo.internal;

import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.transform.TransformedModel;

/**
 * Reads a model file: Tribuo's protobuf format, never Java serialisation, and of that only the kind
 * of model that the training of this bundle writes.
 */
public final class ModelFile {

  /** Largest file that is read; a linear model of 100 features takes about 20 kB. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  /** Key of the provenance under which the features stand in their order. */
  public static final String FEATURES = "features";

  /** Key of the provenance under which the kind of model stands. */
  public static final String KIND = "model";

  private static final Set<String> LEARNED =
      Set.of(
          "org.tribuo.classification.sgd.linear.LinearSGDModel",
          "org.tribuo.classification.sgd.fm.FMClassificationModel");

  private static final String NEXT = "make one with \"headgate train\"";

  private ModelFile() {}

  /**
   * Reads a model.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is no model that this bundle can serve; the message says
   *     what it is and what to do
   */
  public static TribuoModel read(Path file) throws IOException {
    long size = Files.size(file);
    if (size == 0 || size > MAX_BYTES) {
      throw refused(file, "has %d bytes, expected 1 to %d".formatted(size, MAX_BYTES));
    }
    byte[] bytes = Files.readAllBytes(file);
    Model<Label> model = parse(file, bytes);
    Map<String, String> provenance = provenance(model);
    List<String> features = List.of(provenance.getOrDefault(FEATURES, "").split(";", -1));
    check(file, model, features);
    String id = provenance.getOrDefault(KIND, "tribuo") + "-" + hash(bytes).substring(0, 12);
    return new TribuoModel(model, id, features, provenance);
  }

  private static Model<Label> parse(Path file, byte[] bytes) {
    ModelProto proto;
    try {
      proto = ModelProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw refused(file, "is no Tribuo model (%s)".formatted(e.getMessage()));
    }
    // Before anything is made of it: the name of a class in a file must not choose what is loaded.
    if (!proto.getClassName().equals(TransformedModel.class.getName())) {
      throw refused(
          file, "holds '%s', expected a classifier with its scaling".formatted(brief(proto)));
    }
    Model<?> model;
    try {
      model = Model.deserialize(proto);
    } catch (RuntimeException e) {
      throw refused(file, "is a damaged Tribuo model (%s)".formatted(e));
    }
    if (!(model instanceof TransformedModel<?> scaled)
        || !LEARNED.contains(scaled.getInnerModel().getClass().getName())) {
      throw refused(file, "holds a model of another kind, expected one of " + LEARNED);
    }
    return model.castModel(Label.class);
  }

  private static String brief(ModelProto proto) {
    String name = proto.getClassName().replaceAll("[^ -~]", "?");
    return name.length() > 80 ? name.substring(0, 80) + "..." : name;
  }

  private static Map<String, String> provenance(Model<?> model) {
    Map<String, String> texts = new TreeMap<>();
    model
        .getProvenance()
        .getInstanceProvenance()
        .getMap()
        .forEach(
            (key, value) -> {
              if (value instanceof StringProvenance text) {
                texts.put(key, text.getValue());
              }
            });
    return texts;
  }

  private static void check(Path file, Model<Label> model, List<String> features) {
    Set<String> known = new java.util.HashSet<>();
    ((TransformedModel<Label>) model)
        .getInnerModel()
        .getFeatureIDMap()
        .forEach(info -> known.add(info.getName()));
    if (!known.equals(Set.copyOf(features)) || known.size() != features.size()) {
      throw refused(
          file,
          "was trained on %s and names its features %s, expected the same"
              .formatted(known, features));
    }
    boolean moves =
        model.getOutputIDInfo().getDomain().stream()
            .map(Label::getLabel)
            .toList()
            .containsAll(List.of(Move.UP.name(), Move.DOWN.name()));
    if (!moves || !model.generatesProbabilities()) {
      throw refused(
          file,
          "answers %s, expected probabilities of UP and DOWN"
              .formatted(model.getOutputIDInfo().getDomain()));
    }
  }

  /** SHA-256, hexadecimal. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static IllegalArgumentException refused(Path file, String why) {
    return new IllegalArgumentException("%s %s; %s".formatted(file, why, NEXT));
  }
}
