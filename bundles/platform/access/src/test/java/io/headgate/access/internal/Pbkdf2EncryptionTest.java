package io.headgate.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2EncryptionTest {

  private final Pbkdf2Encryption encryption = new Pbkdf2Encryption();

  @Test
  void theSamePasswordNeverGetsTheSameHash() {
    assertThat(encryption.encryptPassword("correct horse"))
        .isNotEqualTo(encryption.encryptPassword("correct horse"));
  }

  @Test
  void aRememberedPasswordOpensNoOtherHash() {
    String mine = encryption.encryptPassword("mine");
    String yours = encryption.encryptPassword("yours");
    assertThat(encryption.checkPassword("mine", mine)).isTrue();
    assertThat(encryption.checkPassword("mine", mine)).isTrue();

    assertThat(encryption.checkPassword("mine", yours)).isFalse();
    assertThat(encryption.checkPassword(mine, mine)).isFalse();
  }

  @Test
  void anEmptyPasswordOpensNothing() {
    assertThat(encryption.checkPassword("", encryption.encryptPassword(""))).isFalse();
    assertThat(encryption.checkPassword(null, encryption.encryptPassword("x"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "pbkdf2-sha512",
        "pbkdf2-sha512.x.AAAA.AAAA",
        "pbkdf2-sha512.0.AAAA.AAAA",
        "pbkdf2-sha512.1..",
        "pbkdf2-sha512.1.!.!",
        "md5.1.AAAA.AAAA"
      })
  void whatIsNoHashOfOursIsOpenedByNothing(String stored) {
    assertThat(encryption.checkPassword("secret", stored)).isFalse();
  }
}
