package io.headgate.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

  /** The container ends a service that nobody holds, and makes another for the next login. */
  @Test
  void whatIsRememberedOutlivesTheServiceOfOneLogin() {
    assertThat(new PasswordHashes().createEncryption(Map.of()))
        .isSameAs(new PasswordHashes().createEncryption(Map.of()));
  }
}
