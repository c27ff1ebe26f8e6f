package io.headgate.access.internal.tls;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a reference to a secret as it was written, {@code $[secret:NAME]}, to whoever lists a
 * configuration. Who is configured by it gets the secret; a listing is known by asking on behalf of
 * no service.
 */
@Component(
    service = ConfigurationPlugin.class,
    property = {"service.cmRanking:Integer=900", "config.plugin.id=io.headgate.references"},
    immediate = true)
public final class ReferencesOnly implements ConfigurationPlugin {

  private static final Logger LOG = LoggerFactory.getLogger(ReferencesOnly.class);
  private static final String PID = "service.pid";
  private static final String REFERENCE = "$[";
  private static final String HIDDEN = "(not shown)";

  private final ConfigurationAdmin configurations;

  @Activate
  public ReferencesOnly(@Reference ConfigurationAdmin configurations) {
    this.configurations = configurations;
  }

  @Override
  public void modifyConfiguration(
      @Nullable ServiceReference<?> asking, Dictionary<String, Object> properties) {
    if (asking != null || !(properties.get(PID) instanceof String pid)) {
      return;
    }
    Dictionary<String, Object> written = written(pid);
    for (String key : Collections.list(properties.keys())) {
      if (written == null) {
        properties.put(key, key.equals(PID) ? pid : HIDDEN);
      } else if (written.get(key) instanceof String text && text.contains(REFERENCE)) {
        properties.put(key, text);
      }
    }
  }

  private @Nullable Dictionary<String, Object> written(String pid) {
    try {
      return configurations.getConfiguration(pid, "?").getProperties();
    } catch (IOException | IllegalStateException e) {
      LOG.warn("{} is not shown, because what stands in its file cannot be found out", pid, e);
      return null;
    }
  }
}
