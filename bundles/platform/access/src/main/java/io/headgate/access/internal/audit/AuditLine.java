package io.headgate.access.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A record as one line of JSON, and back. */
final class AuditLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NANOS = 1_000_000_000L;

  private AuditLine() {}

  static String write(AuditRecord record) {
    AuditEvent event = record.event();
    ObjectNode line = JSON.createObjectNode();
    line.put("sequence", record.sequence());
    line.put(
        "time",
        Instant.ofEpochSecond(
                Math.floorDiv(record.timestamp(), NANOS), Math.floorMod(record.timestamp(), NANOS))
            .toString());
    line.put("kind", event.kind().name());
    line.put("result", event.result().name());
    line.put("user", event.caller().user());
    event.caller().roles().forEach(line.putArray("roles")::add);
    line.put("door", event.caller().door());
    line.put("source", event.caller().source());
    line.put("what", event.what());
    line.put("detail", event.detail());
    line.put("count", record.count());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and numbers can always be written", e);
    }
  }

  /** The record of a line; empty if the line is none. */
  static Optional<AuditRecord> read(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      Set<String> roles = new TreeSet<>();
      node.path("roles").forEach(role -> roles.add(role.asText()));
      Instant time = Instant.parse(node.path("time").asText());
      return Optional.of(
          new AuditRecord(
              node.path("sequence").asLong(),
              time.getEpochSecond() * NANOS + time.getNano(),
              new AuditEvent(
                  Kind.valueOf(node.path("kind").asText()),
                  Result.valueOf(node.path("result").asText()),
                  new Caller(
                      node.path("user").asText(),
                      roles,
                      node.path("door").asText(),
                      node.path("source").asText()),
                  node.path("what").asText(),
                  node.path("detail").asText()),
              node.path("count").asLong()));
    } catch (JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
