package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rest.internal.server.RunningApi.Answer;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Result;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditApiTest {

  private final RunningApi api = new RunningApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer ask(String user, String method, String path) {
    return api.send(
        api.request(path)
            .header("Authorization", RunningApi.basic(user, "secret"))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString("{}")));
  }

  @Test
  void anActIsWrittenDownWithItsEndAndReadingIsNot() {
    ask("viewer", "GET", "/node");
    ask("officer", "POST", "/rules/reload");

    assertThat(api.audited)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.what()).isEqualTo("POST /api/v1/rules/reload");
              assertThat(event.caller().user()).isEqualTo("officer");
              assertThat(event.caller().roles()).containsExactly("officer");
              assertThat(event.caller().door()).isEqualTo("rest");
              assertThat(event.result()).isNotEqualTo(Result.REFUSED);
            });
  }

  @Test
  void whatARoleMayNotIsWrittenDownToo() {
    assertThat(ask("viewer", "POST", "/control/kill").status()).isEqualTo(403);
    assertThat(ask("viewer", "POST", "/orders").status()).isEqualTo(403);

    assertThat(api.audited)
        .extracting(AuditEvent::what)
        .containsExactly("POST /api/v1/control/kill", "POST /api/v1/orders");
    assertThat(api.audited).extracting(AuditEvent::result).containsOnly(Result.REFUSED);
  }
}
