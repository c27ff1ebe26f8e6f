package io.headgate.spi.noun;

import java.util.List;

/**
 * All limits as an officer sees them.
 *
 * @param hash of the rows in force; empty if there are none
 * @param lines the rows
 * @param faults why the files as they are now could not be loaded
 */
public record LimitBook(String hash, List<LimitLine> lines, List<String> faults) {

  public LimitBook {
    lines = List.copyOf(lines);
    faults = List.copyOf(faults);
  }

  /** Rows with names that the node does not know, a sentence each. */
  List<String> notices() {
    return lines.stream()
        .filter(line -> !line.unknown().isEmpty())
        .map(
            line -> "%s: this node does not know %s".formatted(line.row().source(), line.unknown()))
        .toList();
  }
}
