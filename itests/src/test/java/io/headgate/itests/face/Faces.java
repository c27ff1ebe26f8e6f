package io.headgate.itests.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.Http;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ssh;
import io.headgate.spi.noun.Noun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;

/** Where each noun is found: as a console command, as an MBean, over REST. */
public final class Faces {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Commands whose scope and name are not the noun's and "list". */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "order", "order:list --all",
          "right", "limit:rights",
          "node", "node:status",
          "part", "node:health",
          "restriction", "kill:list",
          "log", "log:areas",
          "metric", "node:metrics",
          "candidate", "rule:candidates",
          "replay", "rule:replays",
          "ruleNode", "rule:nodes");

  /** Paths that are not the noun's plural, and where the rows are in the answer. */
  private static final Map<String, String[]> PATHS =
      Map.of(
          "audit", new String[] {"/audit", "/auditRecords"},
          "candidate", new String[] {"/rules/candidates", "/candidates"},
          "replay", new String[] {"/rules/replays", "/replays"},
          "ruleNode", new String[] {"/rules/nodes", "/ruleNodes"},
          "order", new String[] {"/orders?all=true", "/orders"},
          "node", new String[] {"/node", ""},
          "part", new String[] {"/health", "/parts"},
          "restriction", new String[] {"/control", "/restrictions"});

  private final NodeProcess node;
  private final Ssh console;

  public Faces(NodeProcess node) {
    this.node = node;
    this.console =
        Ssh.withKey(node.ports().ssh(), "admin", node.distribution().etc().resolve("client.key"));
  }

  /** What the console prints with --json. */
  public JsonNode console(Noun<?> noun) throws IOException {
    String command = COMMANDS.getOrDefault(noun.name(), noun.name() + ":list") + " --json";
    Finished printed = console.exec(command);
    if (printed.exitCode() != 0) {
      throw new IOException(command + ": " + printed.output());
    }
    return JSON.readTree(printed.output());
  }

  /** What REST answers. */
  public JsonNode rest(Noun<?> noun) throws IOException, InterruptedException {
    String[] place =
        PATHS.getOrDefault(noun.name(), new String[] {"/" + noun.plural(), "/" + noun.plural()});
    HttpResponse<String> answer = node.http().get("/api/v1" + place[0]);
    if (answer.statusCode() != 200) {
      throw new IOException(place[0] + " answers " + answer.statusCode() + answer.body());
    }
    return Http.json(answer).at(place[1]);
  }

  /** What the MBean shows, through Jolokia. */
  public JsonNode bean(Noun<?> noun) throws IOException, InterruptedException {
    boolean one = noun.name().equals("node");
    String name = capital(one ? noun.name() : noun.plural());
    JsonNode answer = node.jolokia().read("io.headgate:type=" + name, name);
    if (answer.path("status").asInt() != 200) {
      throw new IOException(name + ": " + answer);
    }
    return answer.path("value");
  }

  /** Runs a console command. */
  public Finished exec(String command) throws IOException {
    return console.exec(command);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
