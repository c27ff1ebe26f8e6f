package io.headgate.rules.drools.internal.text;

/** What a piece of an expression turned out to be, while it is read. */
sealed interface Term {

  /**
   * Yes or no.
   *
   * @param condition when yes
   */
  record Truth(Condition condition) implements Term {}

  /**
   * A number whose unit is known.
   *
   * @param amount the number
   */
  record Numeric(Amount amount) implements Term {}

  /**
   * A number as it stands in the file; its unit comes from what it meets.
   *
   * @param digits as written
   */
  record Plain(String digits) implements Term {}

  /**
   * A text.
   *
   * @param operand the text
   */
  record Text(TextOperand operand) implements Term {}

  /**
   * The word true or false.
   *
   * @param value which
   */
  record Bool(boolean value) implements Term {}

  /** As it is called in a message. */
  default String shown() {
    if (this instanceof Truth) {
      return "a yes-or-no";
    }
    if (this instanceof Numeric number) {
      return "a number in " + number.amount().unit().word();
    }
    if (this instanceof Plain plain) {
      return "the number " + plain.digits();
    }
    return this instanceof Text ? "a text" : "the word " + ((Bool) this).value();
  }
}
