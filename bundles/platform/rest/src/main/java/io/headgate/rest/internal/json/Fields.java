package io.headgate.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headgate.model.number.Fixed;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read one by one. What is wrong is collected, so that a client learns
 * of all its mistakes at once; what a reading method returns for a wrong field is a placeholder
 * that {@link #done()} keeps from being used.
 */
public final class Fields {

  /** What a decimal looks like. */
  public static final String DECIMAL =
      "a decimal with at most nine places, at most 9223372036.854775807, as JSON string or number";

  private static final int MAX_NUMBER_LENGTH = 40;

  private final ObjectNode object;
  private final Set<String> known = new HashSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  /** Reads the fields of an object. */
  public Fields(ObjectNode object) {
    this.object = object;
  }

  /** Whether the field is there with a value other than null. */
  public boolean has(String name) {
    known.add(name);
    return object.hasNonNull(name);
  }

  /** Notes that a field is wrong. */
  public void wrong(String name, String expected) {
    JsonNode node = object.get(name);
    errors.add(new FieldError(name, node == null ? "" : node.toString(), expected));
  }

  /** A required text of 1 to {@code max} characters that is not blank. */
  public String text(String name, int max) {
    JsonNode node = node(name);
    if (node != null
        && node.isTextual()
        && !node.textValue().isBlank()
        && node.textValue().length() <= max) {
      return node.textValue();
    }
    int length = node != null && node.isTextual() ? node.textValue().length() : 0;
    wrong(
        name,
        "a text in double quotes, of 1 to %d characters%s"
            .formatted(max, length > max ? " (it has %d)".formatted(length) : ""));
    return "";
  }

  /** A text as above, or the given one where the field is absent. */
  public String text(String name, int max, String absent) {
    return has(name) ? text(name, max) : absent;
  }

  /**
   * A required decimal, exact.
   *
   * @param range what the scaled value must fulfil
   * @param expected the range in words
   * @return scaled by nine decimals
   */
  public long decimal(String name, LongPredicate range, String expected) {
    return scaled(name, range, expected + ", " + DECIMAL);
  }

  /** A required whole number in a range. */
  public int whole(String name, int least, int most) {
    long scaled =
        scaled(
            name,
            value ->
                value % Fixed.ONE == 0 && value >= least * Fixed.ONE && value <= most * Fixed.ONE,
            "a whole number from %d to %d".formatted(least, most));
    return (int) (scaled / Fixed.ONE);
  }

  private long scaled(String name, LongPredicate range, String expected) {
    JsonNode node = node(name);
    try {
      if (node != null && (node.isNumber() || node.isTextual())) {
        long scaled = Fixed.of(number(node));
        if (range.test(scaled)) {
          return scaled;
        }
      }
    } catch (NumberFormatException e) {
      // Told below, with what was expected.
    }
    wrong(name, expected);
    return 0;
  }

  private static BigDecimal number(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    String text = node.textValue();
    if (text.length() > MAX_NUMBER_LENGTH) {
      throw new NumberFormatException("too long");
    }
    return new BigDecimal(text);
  }

  /** One of the words of an enum. */
  public <E extends Enum<E>> E word(String name, Class<E> words) {
    JsonNode node = node(name);
    E[] all = words.getEnumConstants();
    if (node != null && node.isTextual()) {
      for (E word : all) {
        if (word.name().equals(node.textValue())) {
          return word;
        }
      }
    }
    wrong(
        name, Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ", "one of ", "")));
    return all[0];
  }

  /** A required moment, UTC nanoseconds since 1970. */
  public long time(String name) {
    JsonNode node = node(name);
    OptionalLong time =
        node != null && node.isTextual() ? Times.parse(node.textValue()) : OptionalLong.empty();
    if (time.isEmpty() || time.getAsLong() <= 0) {
      wrong(name, "a time such as 2030-01-31T17:00:00Z");
      return 1;
    }
    return time.getAsLong();
  }

  private @Nullable JsonNode node(String name) {
    return has(name) ? object.get(name) : null;
  }

  private String toTake(String unknown) {
    for (String name : known) {
      if (name.equalsIgnoreCase(unknown)) {
        return "it is written " + name;
      }
    }
    return "known are " + String.join(", ", known.stream().sorted().toList());
  }

  /**
   * To be called when every field has been read.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if any field was wrong or was not
   *     asked for
   */
  public void done() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        wrong(name, "no such field; " + toTake(name));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_FIELDS
          .problem(errors.stream().map(FieldError::describe).collect(Collectors.joining("; ")))
          .with("errors", List.copyOf(errors))
          .exception();
    }
  }
}
