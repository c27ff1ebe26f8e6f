package io.headgate.itests.walls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables of {@code docs/guide/roles.md}. */
final class Matrix {

  private static final Path PAGE = Path.of("../docs/guide/roles.md");

  /** The people of the test, one for each column. */
  enum Role {
    VIEWER,
    OFFICER,
    OPERATOR,
    ADMIN
  }

  /**
   * One row.
   *
   * @param names what stands in its first cells, without quotes
   * @param roles who may
   */
  record Row(List<String> names, Set<Role> roles) {
    String name() {
      return names.get(0);
    }

    String member() {
      return names.get(1);
    }
  }

  private final List<Row> console;
  private final List<Row> mbeans;
  private final List<Row> rest;

  private Matrix(List<Row> console, List<Row> mbeans, List<Row> rest) {
    this.console = console;
    this.mbeans = mbeans;
    this.rest = rest;
  }

  static Matrix read() throws IOException {
    List<String> lines = Files.readAllLines(PAGE, StandardCharsets.UTF_8);
    return new Matrix(
        table(lines, "## Console", 1), table(lines, "## MBeans", 2), table(lines, "## REST", 1));
  }

  private static List<Row> table(List<String> lines, String heading, int names) {
    List<Row> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith("## ")) {
        inside = line.equals(heading);
      } else if (inside && line.startsWith("| ") && !line.contains("viewer")) {
        rows.add(row(line, names));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(PAGE + " has no table under " + heading);
    }
    return rows;
  }

  private static Row row(String line, int names) {
    String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
    if (cells.length != names + Role.values().length) {
      throw new IllegalStateException("a row of " + cells.length + " cells: " + line);
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < names; i++) {
      named.add(cells[i].strip().replace("`", ""));
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      String cell = cells[names + role.ordinal()].strip();
      if (cell.equals("yes")) {
        roles.add(role);
      } else if (!cell.equals("–")) {
        throw new IllegalStateException(
            "%s of %s is '%s', neither yes nor –"
                .formatted(role.name().toLowerCase(Locale.ROOT), named, cell));
      }
    }
    return new Row(List.copyOf(named), roles);
  }

  List<Row> console() {
    return console;
  }

  List<Row> mbeans() {
    return mbeans;
  }

  List<Row> rest() {
    return rest;
  }

  /** The row of a command: its own, or that of its scope. */
  Optional<Row> command(String command) {
    Optional<Row> own = named(console, command);
    return own.isPresent()
        ? own
        : named(console, command.substring(0, command.indexOf(':')) + ":*");
  }

  private static Optional<Row> named(List<Row> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }

  /**
   * The row of a member of an MBean: the first of those for it, for its name without a node's own
   * part, for its domain, for all, that names the member or reading or everything else.
   */
  Optional<Row> member(String domain, String type, String member, boolean reading) {
    for (String place : List.of(domain + ":type=" + type, domain + ":*", "*:*")) {
      for (Row row : mbeans) {
        boolean here = row.name().equals(place);
        boolean fits =
            row.member().equals(member)
                || (row.member().equals("reading") && reading)
                || row.member().equals("everything else");
        if (here && fits) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  /** The row of a request. */
  Optional<Row> request(String request) {
    return named(rest, request);
  }
}
