package io.headgate.rest.internal.json;

import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;

/** Reads the requests and writes the views of this API. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  /** Longest body, bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private final Map<Class<?>, Function<Fields, ?>> readers;

  /**
   * @param readers how each kind of request is read from its fields
   */
  public JsonBodies(Map<Class<?>, Function<Fields, ?>> readers) {
    this.readers = Map.copyOf(readers);
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return readers.containsKey(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw tooLarge("more than %d bytes".formatted(MAX_BYTES));
    }
    Function<Fields, ?> reader = readers.get(type);
    if (reader == null) {
      throw new IllegalStateException("no reader for " + type.getName());
    }
    return reader.apply(new Fields(Json.readObject(bytes)));
  }

  /**
   * What a client is told whose body is too long.
   *
   * @param found how long it is, in words
   */
  public static RuntimeException tooLarge(String found) {
    return ProblemType.TOO_LARGE.because(
        "The body has %s, expected at most %d bytes. No request of this API needs as much; see openapi.json."
            .formatted(found, MAX_BYTES));
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return true;
  }

  @Override
  public void writeTo(
      Object view,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(Json.write(view));
  }
}
