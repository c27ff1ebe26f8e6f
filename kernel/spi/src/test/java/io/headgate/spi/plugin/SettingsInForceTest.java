package io.headgate.spi.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A wrong change never takes anything away. */
class SettingsInForceTest {

  private static Supplier<String> wrong(String message) {
    return () -> {
      throw new IllegalArgumentException(message);
    };
  }

  @Test
  void aWrongChangeKeepsWhatIsInForceAndIsShown() {
    SettingsInForce<String> settings = SettingsInForce.of("first");

    assertThat(settings.change(wrong("etc/x.cfg: periods is '0'"))).isFalse();

    assertThat(settings.now()).isEqualTo("first");
    assertThat(settings.generation()).isZero();
    assertThat(settings.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(settings.health().reason())
        .isEqualTo("etc/x.cfg: periods is '0'; until then the settings before stay in force");
  }

  @Test
  void aRightChangeTakesEffectAndClearsTheTrouble() {
    SettingsInForce<String> settings = SettingsInForce.of("first");
    settings.change(wrong("trouble"));

    assertThat(settings.change(() -> "second")).isTrue();

    assertThat(settings.now()).isEqualTo("second");
    assertThat(settings.generation()).isEqualTo(1);
    assertThat(settings.health()).isEqualTo(Health.UP);
  }

  @Test
  void theSameValuesAgainChangeNothingButClearTheTrouble() {
    SettingsInForce<String> settings = SettingsInForce.of("first");
    settings.change(wrong("trouble"));

    assertThat(settings.change(() -> "first")).isFalse();

    assertThat(settings.generation()).isZero();
    assertThat(settings.health()).isEqualTo(Health.UP);
  }

  @Test
  void wrongFromTheStartIsDownUntilARightOneComes() {
    SettingsInForce<String> settings = SettingsInForce.tried(wrong("etc/x.cfg: broken"));

    assertThat(settings.isUsable()).isFalse();
    assertThatThrownBy(settings::now)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("etc/x.cfg: broken");
    assertThat(settings.health()).isEqualTo(Health.down("etc/x.cfg: broken"));
    long before = settings.generation();

    assertThat(settings.change(() -> "first")).isTrue();

    assertThat(settings.now()).isEqualTo("first");
    assertThat(settings.generation()).isGreaterThan(before);
    assertThat(settings.health()).isEqualTo(Health.UP);
  }

  @Test
  void triedSettingsThatAreRightBeginAtZero() {
    assertThat(SettingsInForce.tried(() -> "first").generation()).isZero();
  }

  @Test
  void whatCountsFromTheNextStartIsRemarkedOnAndNoTrouble() {
    SettingsInForce<String> settings = SettingsInForce.of("first");
    assertThat(settings.healthOf("first", "etc/x.cfg")).isEqualTo(Health.UP);

    settings.change(() -> "second");
    assertThat(settings.healthOf("first", "etc/x.cfg").state()).isEqualTo(Health.State.UP);
    assertThat(settings.healthOf("first", "etc/x.cfg").reason()).contains("next start");

    settings.change(wrong("trouble"));
    assertThat(settings.healthOf("first", "etc/x.cfg").state()).isEqualTo(Health.State.DEGRADED);
  }

  @Test
  void aCheckThatBreaksIsAWrongChangeToo() {
    SettingsInForce<String> settings = SettingsInForce.of("first");

    settings.change(
        () -> {
          throw new NullPointerException();
        });

    assertThat(settings.now()).isEqualTo("first");
    assertThat(settings.health().reason()).startsWith("java.lang.NullPointerException");
  }
}
