package io.headgate.ops.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.log.LogArea;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerLogTest {

  @TempDir Path folder;
  private FakeSettings fake;
  private LogSettings settings;
  private ContainerLog log;

  @BeforeEach
  void aLog() throws IOException {
    fake = new FakeSettings(folder);
    settings = new LogSettings(fake.container());
    log = new ContainerLog(settings, new FixedClock());
  }

  private LogArea area(String name) {
    return log.areas().stream().filter(area -> area.area().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void allLoggersOfAnAreaAreChangedByOneUpdate() {
    LogArea changed = log.set("rule", "debug", "olga");

    assertThat(fake.updates()).isEqualTo(1);
    assertThat(changed.level()).isEqualTo("DEBUG");
    assertThat(area("rule")).isEqualTo(changed);
    assertThat(fake.settings())
        .containsEntry("log4j2.logger.io_headgate_rules.name", "io.headgate.rules")
        .containsEntry("log4j2.logger.io_headgate_rules.level", "DEBUG")
        .containsEntry("log4j2.logger.org_drools.name", "org.drools")
        .containsEntry("log4j2.logger.org_drools.level", "DEBUG");
  }

  @Test
  void aResetIsOneUpdateTooAndLeavesTheLevelOfTheParent() {
    log.set("rule", "DEBUG", "olga");

    LogArea reset = log.reset("rule", "olga");

    assertThat(fake.updates()).isEqualTo(2);
    assertThat(reset.level()).isEqualTo("INFO");
    assertThat(fake.settings())
        .doesNotContainKeys(
            "log4j2.logger.io_headgate_rules.level", "log4j2.logger.org_drools.level");
  }

  @Test
  void aLoggerThatTheSettingsKnowKeepsItsWord() {
    log.set("door", "TRACE", "olga");

    assertThat(fake.settings())
        .containsEntry("log4j2.logger.sshd.level", "TRACE")
        .doesNotContainKey("log4j2.logger.org_apache_sshd.name");
  }

  @Test
  void aLoggerWithoutALevelHasThatOfTheNearestAboveIt() {
    fake.settings().put("log4j2.logger.ours.name", "io.headgate");
    fake.settings().put("log4j2.logger.ours.level", "ERROR");

    assertThat(area("journal").level()).isEqualTo("ERROR");
    assertThat(area("journal").defaultLevel()).isEqualTo("INFO");
  }

  @Test
  void settingsThatWereReadFromAHalfWrittenFileArePutBack() throws IOException {
    log.set("rule", "DEBUG", "olga");
    settings.configurationEvent(FakeSettings.changed());
    fake.areReadFromAnEmptyFile();

    settings.configurationEvent(FakeSettings.changed());

    assertThat(fake.settings())
        .containsEntry("log4j2.rootLogger.level", "INFO")
        .containsEntry("log4j2.logger.org_drools.level", "DEBUG");
    assertThat(fake.file()).content().startsWith("# a comment");
    assertThat(area("rule").level()).isEqualTo("DEBUG");
  }

  @Test
  void settingsWithoutAPlaceToWriteToAreReplacedAndKeptBeside() throws IOException {
    Files.writeString(fake.file(), "log4j2.rootLogger.level = WARN\n");
    fake.settings().put("log4j2.rootLogger.level", "WARN");
    fake.settings().remove("log4j2.appender.rolling.name");

    LogArea changed = log.set("order", "DEBUG", "olga");

    assertThat(changed.defaultLevel()).isEqualTo("INFO");
    assertThat(fake.settings()).containsEntry("log4j2.appender.rolling.name", "RollingFile");
    assertThat(folder.resolve("org.ops4j.pax.logging.refused")).content().contains("WARN");
  }

  @Test
  void settingsInAFileOfTheirOwnAreLeftAlone() {
    fake.settings().remove("log4j2.rootLogger.level");
    fake.settings().put("org.ops4j.pax.logging.log4j2.config.file", "etc/log4j2.xml");

    settings.configurationEvent(FakeSettings.changed());

    assertThat(fake.updates()).isZero();
    assertThat(area("rule").level()).isEqualTo("INFO");
    assertThatThrownBy(() -> log.set("rule", "DEBUG", "olga"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("etc/org.ops4j.pax.logging.cfg", "log4j2.rootLogger.level");
  }

  @Test
  void aWordThatIsNoAreaOrLevelNamesThoseThatThereAre() {
    assertThatThrownBy(() -> log.set("rules", "DEBUG", "olga")).hasMessageContaining("rule, ");
    assertThatThrownBy(() -> log.set("rule", "LOUD", "olga")).hasMessageContaining("DEBUG");
    assertThat(fake.updates()).isZero();
  }
}
