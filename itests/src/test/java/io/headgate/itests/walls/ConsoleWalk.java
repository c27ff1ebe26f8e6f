package io.headgate.itests.walls;

import io.headgate.itests.node.Ssh;
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
    people
        .ssh(Role.ADMIN)
        .login(
            console -> {
              Matcher found = COMMAND.matcher(console.exec("echo $.commands").output());
              while (found.find()) {
                commands.add(found.group(1));
              }
            });
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
    List<String> wrong = new ArrayList<>();
    people
        .ssh(role)
        .login(
            console -> {
              for (String command : commands) {
                Optional<Row> row = matrix.command(command);
                if (row.isEmpty() || (role == Role.ADMIN && row.get().name().endsWith(":*"))) {
                  continue;
                }
                boolean expected = row.get().roles().contains(role);
                String said = console.exec(command + " --help").output();
                if (expected == isRefused(said)) {
                  wrong.add(
                      "%s for %s: expected %s, found: %s"
                          .formatted(command, role, expected ? "yes" : "no", said));
                }
              }
            });
    return wrong;
  }

  /** Whether the console says that there is no such thing, or not for this role. */
  static boolean isRefused(String said) {
    return said.contains("Command not found") || said.contains("Insufficient credentials");
  }

  /** Lines that must lead nowhere, as a role; what came back when they did. */
  List<String> attack(Role role, List<String> lines) throws IOException {
    List<String> through = new ArrayList<>();
    Ssh.Typing typing =
        console -> {
          for (String line : lines) {
            String said = console.exec(line).output();
            if (!isRefused(said) && !said.isBlank()) {
              through.add(line + " → " + said);
            }
          }
        };
    people.ssh(role).login(typing);
    return through;
  }
}
