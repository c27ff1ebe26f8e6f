package io.headgate.ops.internal.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the container's log, changed in one step and never left broken.
 *
 * <p>Every update of a configuration is written into its file, in place, and the watch over {@code
 * etc} may read the file at that moment: what it reads is nothing, and nothing becomes the
 * configuration, and then the file. So many loggers are changed by one update, and settings that
 * are none are put back as they were, whoever changed them.
 */
@Component(
    service = {LogSettings.class, ConfigurationListener.class},
    immediate = true)
public final class LogSettings implements ConfigurationListener {

  private static final Logger LOG = LoggerFactory.getLogger(LogSettings.class);

  private static final String PID = "org.ops4j.pax.logging";
  private static final String REFUSED = PID + ".refused";
  private static final String FILE = "felix.fileinstall.filename";

  private final ConfigurationAdmin configurations;

  /** What was whole when it was last looked at. */
  private @Nullable LogLevels good;

  /** The file with its comments, as the node found it; empty before that. */
  private String text = "";

  /** Over the container's configurations. */
  @Activate
  public LogSettings(@Reference ConfigurationAdmin configurations) {
    this.configurations = configurations;
    levels();
  }

  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (event.getType() == ConfigurationEvent.CM_UPDATED && PID.equals(event.getPid())) {
      levels();
    }
  }

  /** The levels as they are; settings that are none are put back first. */
  synchronized LogLevels levels() {
    LogLevels found = new LogLevels(settings());
    LogLevels before = good;
    if (found.areWhole()) {
      if (text.isEmpty()) {
        text = file(found).map(LogSettings::read).orElse("");
      }
      good = found;
      return found;
    }
    if (before == null) {
      return found;
    }
    putFileBack(before);
    update(before);
    LOG.warn(
        "etc/{}.cfg was read without a root logger, or without an appender that it names; the"
            + " settings before serve on and stand in the file again; what was read is in etc/{}",
        PID,
        REFUSED);
    return before;
  }

  /**
   * Gives these loggers a level, or none of their own, with one update.
   *
   * @throws IllegalStateException when the settings are not of the form that the distribution
   *     brings
   */
  synchronized LogLevels change(Collection<String> loggers, Optional<String> level) {
    LogLevels now = levels();
    if (!now.areHere()) {
      throw new IllegalStateException(
          "etc/"
              + PID
              + ".cfg has no log4j2.rootLogger.level, so levels cannot be changed here; expected"
              + " settings of the log in that file itself: take the file of the distribution");
    }
    LogLevels changed = now.with(loggers, level);
    update(changed);
    good = changed;
    return changed;
  }

  private Map<String, Object> settings() {
    try {
      Dictionary<String, Object> found = configuration().getProperties();
      Map<String, Object> settings = new HashMap<>();
      if (found != null) {
        Collections.list(found.keys()).forEach(key -> settings.put(key, found.get(key)));
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("the settings of the log cannot be read", e);
    }
  }

  private void update(LogLevels levels) {
    try {
      configuration().updateIfDifferent(FrameworkUtil.asDictionary(levels.settings()));
    } catch (IOException e) {
      throw new UncheckedIOException("the settings of the log cannot be changed", e);
    }
  }

  private Configuration configuration() throws IOException {
    return configurations.getConfiguration(PID, null);
  }

  private static Optional<Path> file(LogLevels levels) {
    return Optional.ofNullable(levels.settings().get(FILE))
        .map(uri -> Path.of(URI.create(uri.toString())));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return "";
    }
  }

  /** In one piece, so that nobody reads half of it; what has changed since is written after it. */
  private void putFileBack(LogLevels levels) {
    Optional<Path> file = file(levels);
    if (file.isEmpty() || text.isEmpty()) {
      return;
    }
    try {
      Files.copy(
          file.get(), file.get().resolveSibling(REFUSED), StandardCopyOption.REPLACE_EXISTING);
      Path beside = file.get().resolveSibling(PID + ".before");
      Files.writeString(beside, text, StandardCharsets.ISO_8859_1);
      Files.move(beside, file.get(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("{} cannot be put back, so it loses its comments: {}", file.get(), e.getMessage());
    }
  }
}
