package io.headgate.rules.drools.internal.text;

import io.headgate.spi.rules.ContextText;

/** A text in a condition. */
public sealed interface TextOperand {

  /**
   * A text of the order context.
   *
   * @param field which
   */
  record Field(ContextText field) implements TextOperand {}

  /**
   * A text that stands in the file.
   *
   * @param text printable ASCII without quotes and backslashes
   */
  record Literal(String text) implements TextOperand {}
}
