package io.headgate.rest.internal.part;

import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The settings in force. A change is taken at once; a change that breaks a range is refused as a
 * whole, and what was in force stays.
 */
@Component(
    service = {RestSettings.class, HealthCheck.class},
    configurationPid = RestSettings.PID)
@Designate(ocd = RestConfig.class)
public final class RestSettings implements HealthCheck {

  static final String PID = "io.headgate.rest";

  private final SettingsInForce<Taken> settings;

  /** Compared by identity: the container's annotations have no {@code equals}. */
  private static final class Taken {
    private final RestConfig config;

    private Taken(RestConfig config) {
      this.config = config;
    }
  }

  /**
   * @throws IllegalArgumentException if a value breaks its range; the message names file, key,
   *     value and range
   */
  @Activate
  public RestSettings(RestConfig config, Map<String, Object> properties) {
    this.settings = SettingsInForce.of(checked(config, new ConfigFile(PID, properties)));
  }

  @Modified
  void changed(RestConfig candidate, Map<String, Object> properties) {
    settings.change(() -> checked(candidate, new ConfigFile(PID, properties)));
  }

  /** The settings, now. */
  public RestConfig now() {
    return settings.now().config;
  }

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Health check() {
    return settings.health();
  }

  @Override
  public Health configuration() {
    return settings.health();
  }

  private static Taken checked(RestConfig config, ConfigFile file) {
    file.whole("decisionTimeoutMillis", config::decisionTimeoutMillis, 100, 60_000);
    file.count("waitingRequests", config::waitingRequests, 1, 150);
    file.count("eventStreams", config::eventStreams, 1, 256);
    file.count("eventQueueLength", config::eventQueueLength, 16, 65_536);
    file.whole("heartbeatMillis", config::heartbeatMillis, 100, 25_000);
    file.whole("stalledAfterMillis", config::stalledAfterMillis, 1000, 600_000);
    file.count("loginCacheSeconds", config::loginCacheSeconds, 0, 60);
    return new Taken(config);
  }
}
