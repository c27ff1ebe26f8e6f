package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.jmx.Face.Attribute;
import io.headgate.ops.internal.jmx.Face.Operation;
import io.headgate.ops.internal.jmx.Face.Parameter;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.Nouns;
import io.headgate.spi.noun.OrderNouns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.SimpleType;

/** One face for each noun: what can be read of it, and what can be done with it. */
final class NounFaces {

  private static final int MOST = 100_000;
  private static final int LATEST = 1_000;

  private final NounSource source;
  private final Acts acts;

  NounFaces(NounSource source, Acts acts) {
    this.source = source;
    this.acts = acts;
  }

  /** All faces. */
  List<Face> all() {
    List<Face> faces = new ArrayList<>();
    for (Noun<?> noun : Nouns.all()) {
      faces.add(face(noun));
    }
    return faces;
  }

  private Face face(Noun<?> noun) {
    List<Attribute> attributes = new ArrayList<>();
    if (noun == NodeNouns.NODE) {
      attributes.add(
          new Attribute(
              "Node",
              noun.doc(),
              OpenRows.type(noun),
              () -> OpenRows.of(source.rows(noun, 1).rows().get(0))));
      for (String field : List.of("id", "version", "tradingState")) {
        attributes.add(
            new Attribute(
                capital(field),
                "As in Node",
                SimpleType.STRING,
                () -> String.valueOf(source.rows(noun, 1).rows().get(0).get(field))));
      }
      return new Face("Node", noun.doc(), attributes, acts.node());
    }
    boolean latest = noun == OrderNouns.ORDER || noun == OrderNouns.DECISION;
    attributes.add(
        new Attribute(
            capital(noun.plural()),
            noun.doc() + (latest ? "; the latest 100, newest first" : ""),
            array(noun),
            () -> OpenRows.of(source.rows(noun, latest ? 100 : MOST))));
    List<Operation> operations = new ArrayList<>(acts.of(noun));
    if (latest) {
      operations.add(
          new Operation(
              "listLatest",
              "The latest " + noun.plural() + ", newest first",
              List.of(new Parameter("limit", "Rows at most, 1 to 1000", SimpleType.INTEGER)),
              array(noun),
              a -> OpenRows.of(source.rows(noun, Math.min(LATEST, Math.max(1, (Integer) a[0]))))));
    }
    return new Face(capital(noun.plural()), noun.doc(), attributes, operations);
  }

  private static ArrayType<CompositeData[]> array(Noun<?> noun) {
    try {
      return new ArrayType<>(1, OpenRows.type(noun));
    } catch (OpenDataException e) {
      throw new IllegalStateException("no array of " + noun.plural(), e);
    }
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Who gives the operations; empty where a noun can only be looked at. */
  interface Acts {
    /** What can be done with the node. */
    List<Operation> node();

    /** What can be done with things of a noun. */
    List<Operation> of(Noun<?> noun);

    /** An operation that takes texts. */
    static Operation texts(
        String name,
        String doc,
        Map<String, String> parameters,
        java.util.function.Function<String[], String> act) {
      return new Operation(
          name,
          doc,
          parameters.entrySet().stream()
              .map(p -> new Parameter(p.getKey(), p.getValue(), SimpleType.STRING))
              .toList(),
          SimpleType.STRING,
          arguments -> {
            String[] texts = new String[arguments.length];
            for (int i = 0; i < texts.length; i++) {
              if (!(arguments[i] instanceof String text)) {
                throw new IllegalArgumentException(
                    "parameter %d of %s is missing".formatted(i + 1, name));
              }
              texts[i] = text;
            }
            return act.apply(texts);
          });
    }
  }
}
