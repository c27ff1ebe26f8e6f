package io.headgate.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The JSON of this API: UTF-8, no duplicate names, no rounding, nothing after the end. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(JsonGrammar.MAX_DEPTH)
                          .maxNumberLength(JsonGrammar.MAX_NUMBER)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .addModule(
              new SimpleModule()
                  .addSerializer(Row.class, new Written<>(Row.class, NounJson::object))
                  .addSerializer(Rows.class, new Written<>(Rows.class, NounJson::listing)))
          .build();

  private Json() {}

  /**
   * Reads one object. A body without anything in it is an object without fields, so that a client
   * learns which ones it needs, if any.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if it is none; with line and column
   *     where the text is no JSON
   */
  public static ObjectNode readObject(byte[] body) {
    String text = text(body);
    if (text.isBlank()) {
      return MAPPER.createObjectNode();
    }
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw malformed(JsonGrammar.of(text, 1, 1));
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw malformed(
          JsonGrammar.of(
              text,
              place == null ? 1 : place.getLineNr(),
              place == null ? 1 : place.getColumnNr()));
    }
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ProblemType.MALFORMED_REQUEST.because(
          "The body has bytes that are no UTF-8, expected JSON in UTF-8. Send it in that encoding.");
    }
  }

  private static RuntimeException malformed(JsonGrammar.Fault fault) {
    return ProblemType.MALFORMED_REQUEST
        .problem(
            "The body is not one JSON object: at line %d, column %d there is %s, expected %s. Mend it there and send it again."
                .formatted(fault.line(), fault.column(), fault.found(), fault.expected()))
        .with("line", fault.line())
        .with("column", fault.column())
        .exception();
  }

  /** Writes a view. */
  public static byte[] write(Object view) {
    try {
      return MAPPER.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + view.getClass().getSimpleName(), e);
    }
  }
}
