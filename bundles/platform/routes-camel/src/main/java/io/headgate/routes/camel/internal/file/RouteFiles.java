package io.headgate.routes.camel.internal.file;

import io.headgate.routes.camel.internal.service.AlarmBoard;
import io.headgate.spi.alarm.Alarm;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the folder of route files and says by alarm which of them are not in force. */
public final class RouteFiles {

  /** Key of the alarm. */
  public static final String ALARM = "routes.load";

  private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
  private static final String FOLDER = "(folder)";

  private final RouteFolder folder;
  private final RouteInstaller installer;
  private final AlarmBoard alarms;
  private final Map<String, String> problems = new TreeMap<>();

  /**
   * @param folder where the files are
   * @param installer puts them in force
   * @param alarms told of files that are not
   */
  public RouteFiles(RouteFolder folder, RouteInstaller installer, AlarmBoard alarms) {
    this.folder = folder;
    this.installer = installer;
    this.alarms = alarms;
  }

  /** Puts every file in force, as it is now. */
  public synchronized void load() {
    follow(false);
    if (problems.isEmpty() && installer.isEmpty()) {
      problem(FOLDER, "%s has no route file".formatted(folder.directory()));
      show();
    }
  }

  /** Follows what has changed since the last call. */
  public synchronized void follow() {
    follow(true);
  }

  private void follow(boolean settled) {
    Map<String, Boolean> changes;
    try {
      changes = folder.look(settled);
    } catch (IOException e) {
      problem(FOLDER, "%s cannot be read: %s".formatted(folder.directory(), e));
      show();
      return;
    }
    boolean healed = settled && !installer.isEmpty() && problems.remove(FOLDER) != null;
    // What goes first makes room: a route may have moved from one file to another.
    changes.forEach(
        (name, present) -> {
          if (!present) {
            problems.remove(name);
            installer.remove(name);
          }
        });
    changes.forEach(
        (name, present) -> {
          if (present) {
            take(name);
          }
        });
    if (healed || !changes.isEmpty()) {
      show();
    }
  }

  private void take(String name) {
    try {
      installer.install(folder.read(name));
      problems.remove(name);
    } catch (RouteFileException e) {
      problem(name, String.valueOf(e.getMessage()));
    }
  }

  private void problem(String name, String text) {
    if (!text.equals(problems.put(name, text))) {
      LOG.error("Not in force: {}", text);
    }
  }

  private void show() {
    if (problems.isEmpty()) {
      alarms.clear(ALARM);
    } else {
      alarms.raise(
          ALARM,
          Alarm.Level.CRITICAL,
          trouble() + ". What the files defined before runs on. Next: correct and save them");
    }
  }

  /** Which files are not in force, and why; empty where all are. */
  public synchronized String trouble() {
    return String.join("; ", problems.values());
  }
}
