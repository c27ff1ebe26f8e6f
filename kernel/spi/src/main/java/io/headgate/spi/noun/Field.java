package io.headgate.spi.noun;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a noun.
 *
 * @param name in camel case; the same on the console, in an MBean and over REST
 * @param type how its value is written
 * @param unit unit of the value, such as {@code nanoseconds}; empty where it has none
 * @param doc what it says, one sentence
 * @param column whether a table shows it unless other columns are asked for
 * @param of what a nested field consists of; null unless the type is ROW or ROWS
 * @param value reads it from what the noun describes
 */
public record Field<T>(
    String name,
    Type type,
    String unit,
    String doc,
    boolean column,
    @Nullable Noun<?> of,
    Function<? super T, ? extends @Nullable Object> value) {

  /** How a value is written. Every field is always there; what does not apply is null. */
  public enum Type {
    /** A text. */
    TEXT,
    /** An exact decimal, written as text so that nobody rounds it on the way. */
    DECIMAL,
    /** A whole number of 64 bits. */
    INTEGER,
    /** A number with a fraction. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** A moment, ISO 8601 in UTC with nine decimals. */
    TIME,
    /** Several texts. */
    TEXTS,
    /** One row of another noun. */
    ROW,
    /** Several rows of another noun. */
    ROWS
  }
}
