package io.headgate.spi.noun;

import java.util.List;

/**
 * A list of things of one noun.
 *
 * @param noun what they are
 * @param rows the things
 */
public record Rows(Noun<?> noun, List<Row> rows) {

  public Rows {
    rows = List.copyOf(rows);
  }
}
