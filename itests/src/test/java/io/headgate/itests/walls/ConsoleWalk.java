package io.headgate.itests.walls;

import io.headgate.itests.walls.Matrix.Role;
import io.headgate.itests.walls.Matrix.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries every command of the console as everybody. */
final class ConsoleWalk {

  /** The console's own list of what it runs. */
  private static final Pattern COMMAND =
      Pattern.compile("([a-z][a-z0-9-]*:[a-zA-Z_][a-zA-Z0-9_-]*)");

  private final Matrix matrix;
  private final People people;

  ConsoleWalk(Matrix matrix, People people) {
    this.matrix = matrix;
    this.people = people;
  }

  /** Every command there is. */
  Set<String> commands() throws IOException {
    Set<String> commands = new TreeSet<>();
    Matcher found = COMMAND.matcher(people.ssh(Role.ADMIN).exec("echo $.commands").output());
    while (found.find()) {
      commands.add(found.group(1));
    }
    return commands;
  }

  /** What is on the node or on the page, and not on the other. */
  List<String> strangers(Set<String> commands) {
    List<String> wrong = new ArrayList<>();
    for (String command : commands) {
      if (matrix.command(command).isEmpty()) {
        wrong.add(command + " has no row");
      }
    }
    for (Row row : matrix.console()) {
      String scope = row.name().substring(0, row.name().indexOf(':') + 1);
      boolean stands =
          row.name().endsWith(":*")
              ? commands.stream().anyMatch(command -> command.startsWith(scope))
              : commands.contains(row.name());
      if (!stands) {
        wrong.add(row.name() + " is no command");
      }
    }
    return wrong;
  }

  /** Cells that are not as the page says. A command is asked for its help, which does no harm. */
  List<String> walk(Role role, Set<String> commands) throws IOException {
    List<String> tried = new ArrayList<>();
    for (String command : commands) {
      Optional<Row> row = matrix.command(command);
      if (row.isPresent() && (role != Role.ADMIN || !row.get().name().endsWith(":*"))) {
        tried.add(command);
      }
    }
    List<String> said = said(role, tried.stream().map(command -> command + " --help").toList());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      boolean expected = matrix.command(tried.get(i)).orElseThrow().roles().contains(role);
      if (expected == isRefused(said.get(i))) {
        wrong.add(
            "%s for %s: expected %s, found: %s"
                .formatted(tried.get(i), role, expected ? "yes" : "no", said.get(i)));
      }
    }
    return wrong;
  }

  private List<String> said(Role role, List<String> lines) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      said.add(people.ssh(role).exec(line).output());
    }
    return said;
  }

  /** Whether the console says that there is no such thing, or not for this role. */
  static boolean isRefused(String said) {
    return said.contains("Command not found") || said.contains("Insufficient credentials");
  }

  /** Lines that must lead nowhere, as a role; what came back when they did. */
  List<String> attack(Role role, List<String> lines) throws IOException {
    List<String> said = said(role, lines);
    List<String> through = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!isRefused(said.get(i)) && !said.get(i).contains("evaluates to null")) {
        through.add(role + ": " + lines.get(i) + " → " + said.get(i));
      }
    }
    return through;
  }
}
