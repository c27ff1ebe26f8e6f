package io.headgate.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Lets the one writer of nouns write them inside other JSON, too. */
final class Written<T> extends StdSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final transient Function<T, String> writer;

  Written(Class<T> type, Function<T, String> writer) {
    super(type);
    this.writer = writer;
  }

  @Override
  public void serialize(T value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeRawValue(writer.apply(value));
  }
}
