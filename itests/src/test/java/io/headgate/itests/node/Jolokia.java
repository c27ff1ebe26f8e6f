package io.headgate.itests.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;

/** JMX over HTTP. Answers are Jolokia's own: a {@code status}, and a {@code value} or an error. */
public final class Jolokia {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http;

  public Jolokia(Http http) {
    this.http = http;
  }

  /** True when it is there and lets its caller in. A server that still starts may hang up. */
  public boolean answers() throws InterruptedException {
    try {
      return http.get("/jolokia/version").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public JsonNode read(String mbean, String attribute) throws IOException, InterruptedException {
    return ask(request("read", mbean).put("attribute", attribute));
  }

  public JsonNode exec(String mbean, String operation, String... arguments)
      throws IOException, InterruptedException {
    ObjectNode request = request("exec", mbean).put("operation", operation);
    for (String argument : arguments) {
      request.withArray("arguments").add(argument);
    }
    return ask(request);
  }

  public JsonNode search(String pattern) throws IOException, InterruptedException {
    return ask(request("search", pattern));
  }

  /** Several requests at once, as JSON; answers in the same order. */
  public JsonNode bulk(JsonNode requests) throws IOException, InterruptedException {
    HttpResponse<String> response = http.post("/jolokia/", requests.toString());
    if (response.statusCode() != 200) {
      throw new IOException("Jolokia answers " + response.statusCode() + ": " + response.body());
    }
    return Http.json(response);
  }

  private static ObjectNode request(String type, String mbean) {
    return JSON.createObjectNode().put("type", type).put("mbean", mbean);
  }

  private JsonNode ask(ObjectNode request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.post("/jolokia/", request.toString());
    if (response.statusCode() != 200) {
      throw new IOException("Jolokia answers " + response.statusCode() + ": " + response.body());
    }
    return Http.json(response);
  }
}
