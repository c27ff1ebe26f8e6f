package io.headgate.spi.noun;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of thing looks like from outside: its fields in order.
 *
 * @param <T> what it is described from
 */
public final class Noun<T> {

  private final String name;
  private final String plural;
  private final String doc;
  private final List<Field<T>> fields;

  private Noun(Builder<T> builder) {
    this.name = builder.name;
    this.plural = builder.plural;
    this.doc = builder.doc;
    this.fields = List.copyOf(builder.fields);
  }

  /**
   * Begins a description.
   *
   * @param name in camel case, such as {@code order}
   * @param plural name of a list of them, such as {@code orders}
   * @param doc what it is, one sentence
   */
  public static <T> Builder<T> named(String name, String plural, String doc) {
    return new Builder<>(name, plural, doc);
  }

  /** Its name, such as {@code order}. */
  public String name() {
    return name;
  }

  /** Name of a list of them, such as {@code orders}. */
  public String plural() {
    return plural;
  }

  /** What it is. */
  public String doc() {
    return doc;
  }

  /** Its fields in order. */
  public List<Field<T>> fields() {
    return fields;
  }

  /** Names of its fields in order. */
  public List<String> fieldNames() {
    return fields.stream().map(Field::name).toList();
  }

  /** Where a field stands. */
  int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "%s has no field '%s'; it has %s"
            .formatted(plural, field, String.join(", ", fieldNames())));
  }

  /** One thing as a row. */
  public Row row(T thing) {
    List<@Nullable Object> values = new ArrayList<>(fields.size());
    for (Field<T> field : fields) {
      values.add(field.value().apply(thing));
    }
    return new Row(this, values);
  }

  /** Several things as rows. */
  public Rows rows(List<? extends T> things) {
    return new Rows(this, things.stream().map(this::row).toList());
  }

  /** Collects the fields. */
  public static final class Builder<T> {
    private final String name;
    private final String plural;
    private final String doc;
    private final List<Field<T>> fields = new ArrayList<>();

    private Builder(String name, String plural, String doc) {
      this.name = name;
      this.plural = plural;
      this.doc = doc;
    }

    private Builder<T> add(
        String field,
        Field.Type type,
        String fieldDoc,
        @Nullable Noun<?> of,
        Function<? super T, ? extends @Nullable Object> value) {
      fields.add(new Field<>(field, type, "", fieldDoc, false, of, value));
      return this;
    }

    /** A text; whatever is given is written as its {@code toString}. */
    public Builder<T> text(
        String field, String fieldDoc, Function<? super T, ? extends @Nullable Object> value) {
      return add(
          field,
          Field.Type.TEXT,
          fieldDoc,
          null,
          thing -> {
            Object found = value.apply(thing);
            return found == null ? null : found.toString();
          });
    }

    /** An exact decimal, given as text. */
    public Builder<T> decimal(
        String field, String fieldDoc, Function<? super T, @Nullable String> value) {
      return add(field, Field.Type.DECIMAL, fieldDoc, null, value);
    }

    /** A whole number. */
    public Builder<T> integer(String field, String fieldDoc, ToLongFunction<? super T> value) {
      return add(field, Field.Type.INTEGER, fieldDoc, null, value::applyAsLong);
    }

    /** A whole number that may be absent. */
    public Builder<T> optionalInteger(
        String field, String fieldDoc, Function<? super T, @Nullable Long> value) {
      return add(field, Field.Type.INTEGER, fieldDoc, null, value);
    }

    /** A number with a fraction. */
    public Builder<T> number(String field, String fieldDoc, ToDoubleFunction<? super T> value) {
      return add(field, Field.Type.NUMBER, fieldDoc, null, value::applyAsDouble);
    }

    /** True or false. */
    public Builder<T> flag(String field, String fieldDoc, Predicate<? super T> value) {
      return add(field, Field.Type.FLAG, fieldDoc, null, value::test);
    }

    /** A moment, UTC nanoseconds since 1970; null for 0 and for the ends of time. */
    public Builder<T> time(String field, String fieldDoc, ToLongFunction<? super T> value) {
      return add(
          field, Field.Type.TIME, fieldDoc, null, thing -> Times.iso(value.applyAsLong(thing)));
    }

    /** Several texts. */
    public Builder<T> texts(
        String field, String fieldDoc, Function<? super T, ? extends List<?>> value) {
      return add(
          field,
          Field.Type.TEXTS,
          fieldDoc,
          null,
          thing -> value.apply(thing).stream().map(String::valueOf).toList());
    }

    /** One row of another noun, or null. */
    public <S> Builder<T> nested(
        String field, String fieldDoc, Noun<S> of, Function<? super T, @Nullable S> value) {
      return add(
          field,
          Field.Type.ROW,
          fieldDoc,
          of,
          thing -> {
            S found = value.apply(thing);
            return found == null ? null : of.row(found);
          });
    }

    /** Several rows of another noun. */
    public <S> Builder<T> nestedAll(
        String field, String fieldDoc, Noun<S> of, Function<? super T, List<S>> value) {
      return add(field, Field.Type.ROWS, fieldDoc, of, thing -> of.rows(value.apply(thing)).rows());
    }

    /** Gives the last field a unit. */
    public Builder<T> unit(String unit) {
      Field<T> last = fields.remove(fields.size() - 1);
      fields.add(
          new Field<>(
              last.name(), last.type(), unit, last.doc(), last.column(), last.of(), last.value()));
      return this;
    }

    /** Lets a table show the last field. */
    public Builder<T> column() {
      Field<T> last = fields.remove(fields.size() - 1);
      fields.add(
          new Field<>(
              last.name(), last.type(), last.unit(), last.doc(), true, last.of(), last.value()));
      return this;
    }

    /** The description. */
    public Noun<T> build() {
      return new Noun<>(this);
    }
  }
}
