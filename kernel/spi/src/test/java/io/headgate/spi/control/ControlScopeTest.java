package io.headgate.spi.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlScopeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"node", "account:ACC1", "strategy:trend", "instrument:ACME.SIM", "account:a:b"})
  void scopesReadBack(String text) {
    assertThat(ControlScope.parse(text)).hasToString(text);
  }

  @Test
  void theKindIsReadInAnyCase() {
    assertThat(ControlScope.parse("Account:ACC1"))
        .isEqualTo(new ControlScope(ControlScope.Kind.ACCOUNT, "ACC1"));
    assertThat(ControlScope.parse("NODE")).isEqualTo(ControlScope.NODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "node:N1", "account", "account:", "desk:A", "ACC1", ":ACC1"})
  void otherFormsAreRefusedWithTheForms(String text) {
    assertThatThrownBy(() -> ControlScope.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("account:NAME");
  }
}
