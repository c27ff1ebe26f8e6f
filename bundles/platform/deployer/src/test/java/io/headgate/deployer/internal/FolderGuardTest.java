package io.headgate.deployer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.RecordingAlarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderGuardTest {

  @TempDir Path folder;

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void aFolderThatEverybodyCanWriteToIsNotUsedUntilItIsMended() throws IOException {
    RecordingAlarms alarms = new RecordingAlarms();
    FolderGuard guard = new FolderGuard(folder, alarms);
    permit("rwxr-x---");
    assertThat(guard.isSafe()).isTrue();

    permit("rwxrwxrwx");
    assertThat(guard.isSafe()).isFalse();
    assertThat(guard.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(guard.health().reason()).contains("chmod o-w " + folder);
    assertThat(alarms.isActive("deploy.folder")).isTrue();

    permit("rwxrwxr-x");
    assertThat(guard.isSafe()).isTrue();
    assertThat(guard.health()).isEqualTo(Health.UP);
    assertThat(alarms.isActive("deploy.folder")).isFalse();
  }

  @Test
  void aFolderThatIsGoneIsNotUsed() throws IOException {
    FolderGuard guard = new FolderGuard(folder.resolve("gone"), new RecordingAlarms());

    assertThat(guard.isSafe()).isFalse();
    assertThat(guard.health().reason()).contains("gone");
  }
}
