package io.headgate.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of this API: no duplicate names, no rounding, nothing after the end. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
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
   * Reads one object.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if it is none; with line and column
   *     where the text is no JSON
   */
  public static ObjectNode readObject(byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw ProblemType.MALFORMED_REQUEST.because(
          "The body is %s, expected one JSON object"
              .formatted(body.length == 0 ? "empty" : "no JSON object"));
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      int line = place == null ? 1 : place.getLineNr();
      int column = place == null ? 1 : place.getColumnNr();
      throw ProblemType.MALFORMED_REQUEST
          .problem(
              "The body is no JSON at line %d, column %d: %s"
                  .formatted(line, column, e.getOriginalMessage()))
          .with("line", line)
          .with("column", column)
          .exception();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
