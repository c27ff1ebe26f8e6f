package io.headgate.spi.noun;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a noun with the values of its fields.
 *
 * @param noun what it is
 * @param values one for each field, in their order: null, String, Long, Double, Boolean, a list of
 *     String, a Row or a list of Row
 */
public record Row(Noun<?> noun, List<@Nullable Object> values) {

  /**
   * @throws IllegalArgumentException if there are not as many values as the noun has fields
   */
  public Row {
    if (values.size() != noun.fields().size()) {
      throw new IllegalArgumentException(
          "%d values for the %d fields of a %s"
              .formatted(values.size(), noun.fields().size(), noun.name()));
    }
    values = Collections.unmodifiableList(values);
  }

  /**
   * The value of a field.
   *
   * @throws IllegalArgumentException if there is no such field; the message lists those there are
   */
  public @Nullable Object get(String field) {
    return values.get(noun.indexOf(field));
  }
}
