package io.headgate.node.internal.session;

import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/**
 * Whether the file of the sessions is right. Apart from what runs them: that one needs the health
 * of all parts, and would wait for itself.
 */
@Component(service = HealthCheck.class, configurationPid = SessionSettings.PID)
public final class SessionHealth implements HealthCheck {

  private final SettingsInForce<SessionSettings> settings;

  @Activate
  public SessionHealth(SessionSettings.Config config, Map<String, Object> properties) {
    this.settings = SettingsInForce.tried(() -> settings(config, properties));
  }

  @Modified
  void modified(SessionSettings.Config config, Map<String, Object> properties) {
    settings.change(() -> settings(config, properties));
  }

  private static SessionSettings settings(
      SessionSettings.Config config, Map<String, Object> properties) {
    return SessionSettings.of(config, new ConfigFile(SessionSettings.PID, properties));
  }

  @Override
  public String name() {
    return "session";
  }

  @Override
  public Health check() {
    return configuration();
  }

  @Override
  public Health configuration() {
    Health health = settings.health();
    // Without a session a wrong file stops nothing.
    return health.state() == Health.State.DOWN ? Health.degraded(health.reason()) : health;
  }
}
