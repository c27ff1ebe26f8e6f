package io.headgate.routes.camel.internal.order;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/**
 * Splits an order file into its lines, for a route's {@code split}. A file whose first line begins
 * with a brace holds one JSON object a line; any other is CSV, and its first line names the
 * columns. Empty lines are passed over.
 */
public final class OrderLines {

  /** Name under which routes find it. */
  public static final String BEAN = "order-lines";

  /**
   * The lines of a file, read as they are asked for.
   *
   * @throws OrderFileException if the file has no line, or its first line names no columns
   */
  public Iterator<OrderLine> read(
      @Body InputStream content, @Header(Exchange.FILE_NAME_ONLY) @Nullable String name) {
    return new Cursor(name == null ? "" : name, new BoundedLines(content));
  }

  private static final class Cursor implements Iterator<OrderLine>, Closeable {
    private final String file;
    private final BoundedLines lines;
    private final List<String> columns;
    private long number;
    private @Nullable OrderLine next;

    Cursor(String file, BoundedLines lines) {
      this.file = file;
      this.lines = lines;
      OrderLine first = readLine(List.of());
      if (first == null) {
        throw new OrderFileException(
            new OrderLine(file, 1, "", List.of()), "the file is empty; nothing was sent");
      }
      boolean json = first.text().stripLeading().startsWith("{");
      this.columns = json ? List.of() : columns(first);
      this.next = json ? first : readLine(columns);
    }

    private static List<String> columns(OrderLine first) {
      List<String> names;
      try {
        names = CsvLine.cells(first.text()).stream().map(String::trim).toList();
      } catch (IllegalArgumentException e) {
        throw new OrderFileException(first, String.valueOf(e.getMessage()));
      }
      Set<String> seen = new HashSet<>();
      for (String name : names) {
        if (!LineFields.NAMES.contains(name) || !seen.add(name)) {
          throw new OrderFileException(
              first,
              "'%s' is no column or is given twice; the first line must name the columns, out of %s"
                  .formatted(name, LineFields.NAMES));
        }
      }
      return names;
    }

    private @Nullable OrderLine readLine(List<String> names) {
      try {
        String text;
        do {
          text = lines.next();
          number++;
        } while (text != null && text.isBlank());
        return text == null ? null : new OrderLine(file, number, text, names);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public OrderLine next() {
      OrderLine line = next;
      if (line == null) {
        throw new NoSuchElementException();
      }
      next = readLine(columns);
      return line;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
