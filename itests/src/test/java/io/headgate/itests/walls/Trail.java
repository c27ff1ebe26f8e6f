package io.headgate.itests.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headgate.itests.node.Ssh;
import io.headgate.itests.walls.Matrix.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;

/** What the node tells about itself and its people, as plain text. */
final class Trail {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Trail() {}

  /** The audit trail as the console shows it, a line each: kind, result, user, door, what. */
  static String of(Ssh officer) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (JsonNode record : JSON.readTree(officer.exec("audit:list --limit 2000 --json").output())) {
      lines.append(line(record));
    }
    return lines.toString();
  }

  /** The same from the files. */
  static String onDisk(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        for (String record : Files.readAllLines(file)) {
          lines.append(line(JSON.readTree(record)));
        }
      }
    }
    return lines.toString();
  }

  private static String line(JsonNode record) {
    return "%s %s %s %s %s%n"
        .formatted(
            record.path("kind").asText(),
            record.path("result").asText(),
            record.path("user").asText(),
            record.path("door").asText(),
            record.path("what").asText());
  }

  /** Every attribute of every MBean, as an admin reads it. */
  static String everyAttribute(People people) throws IOException, JMException {
    StringBuilder text = new StringBuilder("MBeans\n");
    try (JMXConnector door = people.jmx(Role.ADMIN)) {
      MBeanServerConnection server = door.getMBeanServerConnection();
      for (ObjectName name : server.queryNames(null, null)) {
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
          try {
            text.append(name).append(' ').append(attribute.getName()).append(' ');
            text.append(shown(server.getAttribute(name, attribute.getName()))).append('\n');
          } catch (JMException | RuntimeMBeanException | IOException notReadable) {
            text.append('\n');
          }
        }
      }
    }
    return text.toString();
  }

  private static String shown(Object value) {
    if (value instanceof CompositeData data) {
      return data.values().toString();
    }
    if (value instanceof TabularData data) {
      return data.values().toString();
    }
    return value instanceof Object[] several
        ? java.util.Arrays.deepToString(several)
        : String.valueOf(value);
  }
}
