package io.headgate.rest.internal.server;

import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Field;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.Nouns;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Describes the nouns in OpenAPI, out of the same description that writes them. */
final class NounSchemas {

  private NounSchemas() {}

  /** Adds every noun, what it is made of, and lists of those that are listed. */
  static void addTo(Components components) {
    List<Noun<?>> listed = new ArrayList<>(Nouns.all());
    listed.add(Nouns.FIELD);
    listed.add(CandidateNouns.DIFFERENCE);
    for (Noun<?> noun : listed) {
      add(components, noun);
      String plural = capital(noun.plural());
      if (!plural.equals(capital(noun.name()))) {
        Schema<?> list =
            new ObjectSchema().addProperty(noun.plural(), new ArraySchema().items(reference(noun)));
        list.setRequired(List.of(noun.plural()));
        components.addSchemas(plural, list);
      }
    }
    add(components, BookNouns.RULE_SET);
    add(components, InsightNouns.EXPLANATION);
    add(components, InsightNouns.COSTS);
    add(components, BookNouns.LIMIT_SET);
    add(components, BookNouns.POSITION_BOOK);
    add(components, NodeNouns.HEALTH);
    add(components, NodeNouns.CONTROL);
    add(components, NodeNouns.EVENT);
  }

  private static void add(Components components, Noun<?> noun) {
    Schema<?> schema = new ObjectSchema().description(noun.doc());
    for (Field<?> field : noun.fields()) {
      schema.addProperty(field.name(), schema(field));
      if (field.of() != null) {
        add(components, field.of());
      }
    }
    schema.setRequired(noun.fieldNames());
    components.addSchemas(capital(noun.name()), schema);
  }

  private static Schema<?> schema(Field<?> field) {
    String doc = field.unit().isEmpty() ? field.doc() : field.doc() + "; unit: " + field.unit();
    return switch (field.type()) {
      case TEXT -> new StringSchema().nullable(true).description(doc);
      case DECIMAL -> new StringSchema().format("decimal").nullable(true).description(doc);
      case TIME -> new StringSchema().format("date-time").nullable(true).description(doc);
      case INTEGER -> new IntegerSchema().format("int64").nullable(true).description(doc);
      case NUMBER -> new NumberSchema().format("double").nullable(true).description(doc);
      case FLAG -> new BooleanSchema().description(doc);
      case TEXTS -> new ArraySchema().items(new StringSchema()).description(doc);
      case ROW -> nested(field, doc);
      case ROWS ->
          new ArraySchema().items(reference(Objects.requireNonNull(field.of()))).description(doc);
    };
  }

  private static Schema<?> nested(Field<?> field, String doc) {
    Schema<?> schema = new Schema<>().nullable(true).description(doc);
    schema.addAllOfItem(reference(Objects.requireNonNull(field.of())));
    return schema;
  }

  private static Schema<?> reference(Noun<?> noun) {
    return new Schema<>().$ref("#/components/schemas/" + capital(noun.name()));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
