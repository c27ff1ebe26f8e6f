package io.headgate.itests.walls;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.itests.node.Http;
import io.headgate.itests.walls.Matrix.Role;
import io.headgate.itests.walls.Matrix.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tries every request as everybody. */
final class RestWalk {

  private static final String API = "/api/v1";

  private final Matrix matrix;
  private final People people;

  RestWalk(Matrix matrix, People people) {
    this.matrix = matrix;
    this.people = people;
  }

  /** What the node's own description and the page do not agree on. */
  List<String> strangers() throws IOException, InterruptedException {
    JsonNode paths = Http.json(people.http(Role.VIEWER).get(API + "/openapi.json")).path("paths");
    Set<String> offered = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        offered.add(
            method.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey().replace(API, ""));
      }
    }
    Set<String> told = matrix.rest().stream().map(Row::name).collect(Collectors.toSet());
    List<String> wrong = new ArrayList<>();
    offered.stream().filter(r -> !told.contains(r)).forEach(r -> wrong.add(r + " has no row"));
    told.stream()
        .filter(r -> !offered.contains(r) && !r.equals("GET /openapi.json"))
        .forEach(r -> wrong.add(r + " is no request"));
    return wrong;
  }

  /** Cells that are not as the page says. */
  List<String> walk() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (Row row : matrix.rest()) {
      if (ask(people.nobody(), row) != 401) {
        wrong.add(row.name() + " answers nobody");
      }
    }
    for (Role role : Role.values()) {
      Http http = people.http(role);
      for (Row row : matrix.rest()) {
        int status = ask(http, row);
        boolean expected = row.roles().contains(role);
        if (status == 401 || (status != 403) != expected) {
          wrong.add("%s as %s: status %d".formatted(row.name(), role, status));
        }
      }
    }
    return wrong;
  }

  /** What changes something is sent as a type that is refused after the role was looked at. */
  private static int ask(Http http, Row row) throws IOException, InterruptedException {
    String[] request = row.name().split(" ", 2);
    String path = API + request[1].replaceAll("\\{[a-z]+}", "there-is-none");
    return switch (request[0]) {
      case "POST", "PUT" -> http.status(request[0], path, "{}", "Content-Type", "text/plain");
      case "DELETE" -> http.status("DELETE", path, "");
      // The stream does not end; everything else is read, so that the connection is used again.
      default ->
          path.endsWith("/events") ? http.status("GET", path, "") : http.get(path).statusCode();
    };
  }
}
