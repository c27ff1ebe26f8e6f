package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headgate.rest.internal.access.AccessRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The document that the bundle serves is the one that the resource classes give. To write it anew
 * after a change: {@code mvn test -Dtest=OpenApiDocumentTest -Dheadgate.openapi.write=true}.
 */
class OpenApiDocumentTest {

  private static final Path FILE =
      Path.of("src/main/resources/io/headgate/rest/internal/server", OpenApiServlet.DOCUMENT);

  private static JsonNode document() throws IOException {
    return new JsonMapper().readTree(FILE.toFile());
  }

  @Test
  void theDocumentIsTheOneThatTheResourcesGive() throws IOException {
    String wanted = OpenApiDocument.text();
    if (Boolean.getBoolean("headgate.openapi.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, wanted);
    }
    assertThat(Files.readString(FILE)).isEqualTo(wanted);
  }

  @Test
  void everyLineOfTheTableIsDescribedAndEveryDescribedPathIsInTheTable() throws IOException {
    TreeSet<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey()));
    }
    TreeSet<String> table = new TreeSet<>();
    AccessRules.table().forEach(rule -> table.add(rule.method() + ' ' + rule.template()));
    assertThat(described).isEqualTo(table);
  }

  @Test
  void everyOperationHasASummaryRolesAndAnswersWithSchemas() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    for (JsonNode path : document().get("paths")) {
      for (JsonNode operation : path) {
        String id = operation.path("operationId").asText();
        assertThat(ids.add(id)).as("operationId %s is unique", id).isTrue();
        assertThat(operation.path("summary").asText()).as(id).isNotBlank();
        assertThat(operation.path("x-roles").size()).as(id).isPositive();
        assertThat(operation.path("responses").has("default")).as(id).isTrue();
        for (JsonNode answer : operation.path("responses")) {
          for (JsonNode media : answer.path("content")) {
            assertThat(media.path("schema").size()).as(id).isPositive();
          }
        }
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    JsonNode document = document();
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void requestsAreDescribedAsTheyAreRead() throws IOException {
    JsonNode order = document().at("/components/schemas/NewOrder");
    assertThat(order.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(order.path("required").toString())
        .contains("account", "instrument", "side", "type", "quantity")
        .doesNotContain("limitPrice", "broker");
    for (Map.Entry<String, JsonNode> field : order.path("properties").properties()) {
      assertThat(field.getValue().path("type").asText()).as(field.getKey()).isEqualTo("string");
    }
  }
}
