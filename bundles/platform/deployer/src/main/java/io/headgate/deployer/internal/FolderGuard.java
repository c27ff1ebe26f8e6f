package io.headgate.deployer.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.plugin.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Takes nothing from a folder that everybody on the machine can write to. */
final class FolderGuard {

  private static final String ALARM = "deploy.folder";

  private final Path folder;
  private final Alarms alarms;
  private volatile Health health = Health.UP;

  FolderGuard(Path folder, Alarms alarms) {
    this.folder = folder;
    this.alarms = alarms;
  }

  Health health() {
    return health;
  }

  /** Whether jars may be taken from it now. */
  boolean isSafe() {
    String fault = fault();
    if (fault.isEmpty()) {
      if (health.state() != Health.State.UP) {
        alarms.clear(ALARM);
      }
      health = Health.UP;
    } else if (!health.reason().equals(fault)) {
      health = Health.degraded(fault);
      alarms.raise(ALARM, Alarm.Level.CRITICAL, fault);
    }
    return fault.isEmpty();
  }

  private String fault() {
    try {
      return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
          ? "everybody on this machine can write to %s, so no jar is taken from it: chmod o-w %s"
              .formatted(folder, folder)
          : "";
    } catch (UnsupportedOperationException e) {
      return "";
    } catch (IOException e) {
      return "%s cannot be read, so no jar is taken from it: %s; make it readable for the node's user"
          .formatted(folder, e);
    }
  }
}
