package io.headgate.itests.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.headgate.itests.node.Jolokia;
import io.headgate.itests.walls.Matrix.Role;
import io.headgate.itests.walls.Matrix.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;

/** Tries every attribute and operation of every MBean as everybody, over JMX and over Jolokia. */
final class MBeanWalk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String READING = "(get|is|list|find|show).*";
  private static final String OURS = "io.headgate";
  private static final int FORBIDDEN = 403;

  /**
   * One thing that can be done.
   *
   * @param kind read, write or exec
   * @param types of the arguments of an operation
   */
  record Cell(ObjectName mbean, String kind, String member, List<String> types) {

    /**
     * Harmless for whoever may: an attribute to read, or an operation of ours that needs a name.
     */
    boolean isHarmless() {
      return kind.equals("read") || (mbean.getDomain().equals(OURS) && !types.isEmpty());
    }

    @Override
    public String toString() {
      return "%s %s of %s".formatted(kind, member, mbean);
    }
  }

  private final Matrix matrix;
  private final People people;

  MBeanWalk(Matrix matrix, People people) {
    this.matrix = matrix;
    this.people = people;
  }

  /** Everything that there is, as an admin sees it. */
  List<Cell> cells() throws IOException, JMException {
    List<Cell> cells = new ArrayList<>();
    try (JMXConnector door = people.jmx(Role.ADMIN)) {
      MBeanServerConnection server = door.getMBeanServerConnection();
      for (ObjectName name : new TreeSet<>(server.queryNames(null, null))) {
        MBeanInfo info = server.getMBeanInfo(name);
        for (MBeanAttributeInfo attribute : info.getAttributes()) {
          if (attribute.isReadable()) {
            cells.add(new Cell(name, "read", attribute.getName(), List.of()));
          }
          if (attribute.isWritable()) {
            cells.add(new Cell(name, "write", attribute.getName(), List.of()));
          }
        }
        for (MBeanOperationInfo operation : info.getOperations()) {
          cells.add(new Cell(name, "exec", operation.getName(), types(operation)));
        }
      }
    }
    return cells;
  }

  private static List<String> types(MBeanOperationInfo operation) {
    return Arrays.stream(operation.getSignature()).map(MBeanParameterInfo::getType).toList();
  }

  private Optional<Row> row(Cell cell) {
    boolean reading =
        cell.kind().equals("read")
            || (cell.kind().equals("exec") && cell.member().matches(READING));
    String type = String.valueOf(cell.mbean().getKeyProperty("type"));
    return matrix.member(cell.mbean().getDomain(), type, cell.member(), reading);
  }

  /** What is on the node or on the page, and not on the other. */
  List<String> strangers(List<Cell> cells) {
    List<String> wrong = new ArrayList<>();
    Set<Row> used = new java.util.HashSet<>();
    for (Cell cell : cells) {
      Optional<Row> row = row(cell);
      row.ifPresent(used::add);
      boolean ours = cell.mbean().getDomain().equals(OURS);
      if (row.isEmpty() || (ours && row.get().name().equals("*:*"))) {
        wrong.add(cell + " has no row");
      }
    }
    for (Row row : matrix.mbeans()) {
      if (!used.contains(row)) {
        wrong.add(row.names() + " stands for nothing");
      }
    }
    return wrong;
  }

  private boolean mayDo(Role role, Cell cell) {
    return row(cell).map(row -> row.roles().contains(role)).orElse(false);
  }

  /** Cells that are not as the page says, over JMX. */
  List<String> overJmx(Role role, List<Cell> cells) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (JMXConnector door = people.jmx(role)) {
      MBeanServerConnection server = door.getMBeanServerConnection();
      for (Cell cell : cells) {
        boolean expected = mayDo(role, cell);
        if (expected && !cell.isHarmless()) {
          continue;
        }
        if (isLetThrough(server, cell) != expected) {
          wrong.add("JMX: %s as %s: expected %s".formatted(cell, role, expected ? "yes" : "no"));
        }
      }
    }
    return wrong;
  }

  private static boolean isLetThrough(MBeanServerConnection server, Cell cell) throws IOException {
    try {
      switch (cell.kind()) {
        case "read" -> server.getAttribute(cell.mbean(), cell.member());
        case "write" -> server.setAttribute(cell.mbean(), new Attribute(cell.member(), null));
        default ->
            server.invoke(
                cell.mbean(),
                cell.member(),
                cell.types().stream().map(MBeanWalk::nothing).toArray(),
                cell.types().toArray(String[]::new));
      }
      return true;
    } catch (SecurityException refused) {
      return false;
    } catch (JMException | RuntimeMBeanException | IllegalArgumentException letThroughAndFailed) {
      return true;
    } catch (java.rmi.RemoteException unreadable) {
      // An answer of a class that this side does not have has still been given.
      return true;
    }
  }

  private static Object nothing(String type) {
    return switch (type) {
      case "java.lang.String" -> "";
      case "java.lang.Integer", "int" -> 1;
      case "java.lang.Long", "long" -> 1L;
      case "java.lang.Boolean", "boolean" -> false;
      default -> null;
    };
  }

  /** Cells that are not as the page says, over Jolokia, in few requests. */
  List<String> overJolokia(Role role, List<Cell> cells) throws IOException, InterruptedException {
    List<Cell> tried =
        cells.stream()
            .filter(
                cell ->
                    !mayDo(role, cell)
                        || (cell.isHarmless() && cell.mbean().getDomain().equals(OURS)))
            .toList();
    ArrayNode requests = JSON.createArrayNode();
    for (Cell cell : tried) {
      var request = requests.addObject().put("mbean", cell.mbean().getCanonicalName());
      request.put("type", cell.kind());
      if (cell.kind().equals("exec")) {
        request.put("operation", cell.member() + "(" + String.join(",", cell.types()) + ")");
        ArrayNode arguments = request.putArray("arguments");
        cell.types().forEach(type -> arguments.add(type.equals("java.lang.Integer") ? "1" : ""));
      } else {
        request.put("attribute", cell.member());
        if (cell.kind().equals("write")) {
          request.put("value", "");
        }
      }
    }
    JsonNode answers = new Jolokia(people.http(role)).bulk(requests);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      boolean expected = mayDo(role, tried.get(i));
      JsonNode answer = answers.path(i);
      if ((answer.path("status").asInt() != FORBIDDEN) != expected) {
        wrong.add(
            "Jolokia: %s as %s: expected %s, found %s"
                .formatted(tried.get(i), role, expected ? "yes" : "no", cut(answer.toString())));
      }
    }
    return wrong;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(300, text.length()));
  }
}
