package io.headgate.access.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jaas:user-add bob hunter2",
        "user-add 'bob the builder' \"hunter2\"",
        "jaas:realm-manage --realm karaf; jaas:user-add bob hunter2; jaas:update",
        "USER-ADD bob 'hunter2'",
        "config:property-set my.password hunter2",
        "config:property-set -p io.headgate.x api.secret = hunter2",
        "x = $.password=hunter2",
        "ssh:ssh -l bob -P hunter2 localhost",
        "ssh:ssh --password hunter2 localhost",
        "set API_TOKEN=hunter2",
        "echo passphrase \"hunter2\"",
        "{org.ops4j.pax.web.ssl.keystore.password=hunter2}"
      })
  void aSecretIsNotWrittenDown(String line) {
    assertThat(SecretWords.hidden(line)).doesNotContain("hunter2").contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order:list --json",
        "kill:node \"the desk asked for it\"",
        "route:stop market-simulator",
        "jaas:group-add bob operators"
      })
  void theRestStaysAsItWasTyped(String line) {
    assertThat(SecretWords.hidden(line)).isEqualTo(line);
  }
}
