package io.headgate.ops.internal.jmx;

import io.headgate.spi.noun.Field;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/** Rows as open data: every JMX client can read them without a class of ours. */
final class OpenRows {

  private OpenRows() {}

  /** The type of one row, with the name and the meaning of every field. */
  static CompositeType type(Noun<?> noun) {
    List<? extends Field<?>> fields = noun.fields();
    String[] names = new String[fields.size()];
    String[] docs = new String[fields.size()];
    OpenType<?>[] types = new OpenType<?>[fields.size()];
    try {
      for (int i = 0; i < fields.size(); i++) {
        Field<?> field = fields.get(i);
        names[i] = field.name();
        docs[i] = field.unit().isEmpty() ? field.doc() : field.doc() + ", " + field.unit();
        types[i] = type(field);
      }
      return new CompositeType(noun.name(), noun.doc(), names, docs, types);
    } catch (OpenDataException e) {
      throw new IllegalStateException("no open type for " + noun.name(), e);
    }
  }

  private static OpenType<?> type(Field<?> field) throws OpenDataException {
    Noun<?> of = field.of();
    return switch (field.type()) {
      case TEXT, DECIMAL, TIME -> SimpleType.STRING;
      case INTEGER -> SimpleType.LONG;
      case NUMBER -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOLEAN;
      case TEXTS -> new ArrayType<String[]>(1, SimpleType.STRING);
      case ROW -> type(required(of));
      case ROWS -> new ArrayType<CompositeData[]>(1, type(required(of)));
    };
  }

  private static Noun<?> required(@Nullable Noun<?> noun) {
    if (noun == null) {
      throw new IllegalStateException("a nested field without its noun");
    }
    return noun;
  }

  /** Rows. */
  static CompositeData[] of(Rows rows) {
    CompositeType type = type(rows.noun());
    return rows.rows().stream().map(row -> of(row, type)).toArray(CompositeData[]::new);
  }

  /** One row. */
  static CompositeData of(Row row) {
    return of(row, type(row.noun()));
  }

  private static CompositeData of(Row row, CompositeType type) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<? extends Field<?>> fields = row.noun().fields();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).name(), value(fields.get(i), row.values().get(i)));
    }
    try {
      return new CompositeDataSupport(type, values);
    } catch (OpenDataException e) {
      throw new IllegalStateException("no open data for a " + row.noun().name(), e);
    }
  }

  private static @Nullable Object value(Field<?> field, @Nullable Object value) {
    if (value instanceof Row row) {
      return of(row);
    }
    if (value instanceof List<?> list) {
      return field.type() == Field.Type.TEXTS
          ? list.toArray(new String[0])
          : list.stream().map(row -> of((Row) row)).toArray(CompositeData[]::new);
    }
    return value;
  }
}
