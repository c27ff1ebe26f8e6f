package io.headgate.routes.camel.internal.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of one order line; each is taken once, and in the end none may be left. */
final class LineFields {

  /** Every field that a line may have. */
  static final List<String> NAMES =
      List.of(
          "action",
          "idempotencyKey",
          "account",
          "trader",
          "strategy",
          "instrument",
          "side",
          "type",
          "quantity",
          "limitPrice",
          "timeInForce",
          "expireTime",
          "broker",
          "origClOrdId");

  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if a field is unknown
   */
  LineFields(Map<String, String> given) {
    given.forEach(
        (name, value) -> {
          if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                "there is no field '%s'; fields are %s".formatted(name, NAMES));
          }
          if (!value.isBlank()) {
            values.put(name, value.trim());
          }
        });
  }

  String required(String name) {
    String value = values.remove(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  String optional(String name, String standard) {
    String value = values.remove(name);
    return value == null ? standard : value;
  }

  /**
   * @throws IllegalArgumentException if a field was given that this kind of order does not have
   */
  void requireNothingLeft() {
    values.forEach(
        (name, value) -> {
          throw new IllegalArgumentException(
              "%s is '%s', but this kind of order takes none".formatted(name, value));
        });
  }
}
