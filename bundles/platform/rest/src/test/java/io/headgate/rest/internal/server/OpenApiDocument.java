package io.headgate.rest.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.headgate.rest.internal.access.AccessRule;
import io.headgate.rest.internal.access.AccessRules;
import io.headgate.rest.internal.access.Role;
import io.headgate.rest.internal.part.TestSettings;
import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.rest.internal.resource.Resources;
import io.headgate.rest.internal.view.ProblemView;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the OpenAPI document out of the resource classes and the table of rights. */
final class OpenApiDocument {

  private OpenApiDocument() {}

  /** The document as it must lie in the bundle. */
  static String text() throws JsonProcessingException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    return Json.mapper().writer(printer).writeValueAsString(model()) + "\n";
  }

  static OpenAPI model() {
    Set<Class<?>> resources =
        Resources.all(new FakePlatform().platform, TestSettings.of(Map.of())).stream()
            .map(Object::getClass)
            .collect(Collectors.toSet());
    OpenAPI api = new Reader(new SwaggerConfiguration().openAPI(head())).read(resources);
    Components components = api.getComponents();
    NounSchemas.addTo(components);
    addSchemas(components, ProblemView.class);
    api.path("/events", new PathItem().get(events()));
    api.path("/openapi.json", new PathItem().get(document()));
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> complete(path, method, operation)));
    requireWhatIsNeverNull(components, resources);
    sort(api);
    return api;
  }

  private static OpenAPI head() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Headgate")
                .version("v1")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0"))
                .description(
                    """
                    Orders in, state out, live events. Everything needs a login; x-roles says which \
                    roles may do what. Decimals are plain text, so that nothing is rounded on the \
                    way; times are UTC with nanoseconds. Errors are RFC 9457 problems; their types \
                    are: %s."""
                        .formatted(problems())))
        .addServersItem(new Server().url("/api/v1"))
        .addSecurityItem(new SecurityRequirement().addList("basic"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")));
  }

  private static String problems() {
    List<String> words = new ArrayList<>();
    for (ProblemType type : ProblemType.values()) {
      words.add(
          "%s (%d)"
              .formatted(type.name().toLowerCase(Locale.ROOT).replace('_', '-'), type.status()));
    }
    return String.join(", ", words);
  }

  private static void addSchemas(Components components, Class<?> type) {
    ModelConverters.getInstance().readAll(type).forEach(components::addSchemas);
  }

  private static Operation events() {
    StringSchema types = new StringSchema();
    types.setExample("decided,alarm");
    return new Operation()
        .operationId("streamEvents")
        .summary("What happens on the node, from now on, as server-sent events")
        .description(
            """
            Events are named decided, executed, alarm, control and rules; their data is one Event \
            in JSON. A client that reads too slowly gets an event named dropped with the number of \
            events that it missed. The stream has no past: after a reconnect ask GET /decisions. \
            Comments keep a silent stream open.""")
        .addParametersItem(
            new QueryParameter()
                .name("types")
                .description("Names of the events that are wanted, by comma; all where absent")
                .schema(types))
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200",
                    answer("Never ends by itself", "text/event-stream", reference("Event"))));
  }

  private static Operation document() {
    return new Operation()
        .operationId("getOpenApi")
        .summary("This document")
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200", answer("OpenAPI 3", "application/json", new Schema<>().type("object"))));
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  private static ApiResponse answer(String description, String media, Schema<?> schema) {
    return new ApiResponse()
        .description(description)
        .content(new Content().addMediaType(media, new MediaType().schema(schema)));
  }

  /** Adds what every operation has: its roles and the problems that it may answer with. */
  private static void complete(String path, HttpMethod method, Operation operation) {
    AccessRule rule =
        AccessRules.table().stream()
            .filter(r -> r.method().equals(method.name()) && r.template().equals(path))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no access rule for " + method + ' ' + path));
    List<String> roles =
        List.of(Role.values()).stream()
            .filter(role -> rule.roles().stream().anyMatch(r -> r.heldBy(Set.of(role))))
            .map(Role::word)
            .toList();
    operation.addExtension("x-roles", roles);
    operation.addTagsItem(path.split("/")[1].replace(".json", ""));
    ApiResponses responses = operation.getResponses();
    responses.values().forEach(OpenApiDocument::describe);
    if (operation.getOperationId().endsWith("Order") && method != HttpMethod.GET) {
      problem(responses, "409", "The key belongs to another request");
      problem(responses, "422", "Denied, with every verdict");
      problem(responses, "503", "Not ready, busy or without a journal; Retry-After says when");
      problem(responses, "504", "No answer in time: the outcome is unknown; ask again");
    }
    if (operation.getOperationId().startsWith("reload")) {
      problem(responses, "422", "The files were refused; what served before still serves");
    }
    if (path.contains("{")) {
      problem(responses, "404", "There is no such thing");
    }
    problem(responses, "default", "Any other problem");
  }

  private static void describe(ApiResponse response) {
    if (response.getDescription() == null || response.getDescription().isBlank()) {
      response.setDescription("As asked");
    }
  }

  private static void problem(ApiResponses responses, String status, String description) {
    responses.addApiResponse(status, answer(description, Problem.MEDIA_TYPE, reference("Problem")));
  }

  /** A member of a view is always there unless it may be null. */
  private static void requireWhatIsNeverNull(Components components, Set<Class<?>> resources) {
    Map<String, Class<?>> records = new LinkedHashMap<>();
    resources.forEach(
        resource -> {
          for (var method : resource.getDeclaredMethods()) {
            collect(method.getReturnType(), records);
            var answer =
                method.getAnnotation(io.swagger.v3.oas.annotations.responses.ApiResponse.class);
            if (answer != null && answer.content().length > 0) {
              collect(answer.content()[0].schema().implementation(), records);
            }
          }
        });
    collect(ProblemView.class, records);
    components
        .getSchemas()
        .forEach(
            (name, schema) -> {
              Class<?> type = records.get(name);
              if (type != null) {
                require(schema, type);
              }
            });
  }

  private static void collect(Class<?> type, Map<String, Class<?>> records) {
    if (!type.isRecord()
        || !type.getPackageName().startsWith("io.headgate.rest")
        || records.containsValue(type)) {
      return;
    }
    var named = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    records.put(
        named == null || named.name().isEmpty() ? type.getSimpleName() : named.name(), type);
    for (RecordComponent component : type.getRecordComponents()) {
      collect(component.getType(), records);
      if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
        for (var argument : generic.getActualTypeArguments()) {
          if (argument instanceof Class<?> element) {
            collect(element, records);
          }
        }
      }
    }
  }

  private static void require(Schema<?> schema, Class<?> type) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        names.add(component.getName());
      }
    }
    schema.setRequired(names);
  }

  private static void sort(OpenAPI api) {
    Paths sorted = new Paths();
    new TreeMap<>(api.getPaths()).forEach(sorted::addPathItem);
    api.setPaths(sorted);
    Components components = api.getComponents();
    components.setSchemas(new TreeMap<>(components.getSchemas()));
  }
}
