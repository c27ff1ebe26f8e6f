package io.headgate.access.internal.login;

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
 * The settings in force. While a file is wrong, those before it stay, or the defaults: the doors do
 * not open wider because of a typing error, and nobody is locked out by one.
 */
@Component(
    service = {AccessSettings.class, HealthCheck.class},
    configurationPid = AccessSettings.PID,
    immediate = true)
@Designate(ocd = AccessConfig.class)
public final class AccessSettings implements HealthCheck {

  static final String PID = "io.headgate.access";

  private final SettingsInForce<Values> settings = SettingsInForce.of(Values.DEFAULTS);

  /**
   * Checked values.
   *
   * @param pace how fast the throttle closes
   * @param jmxIdleMinutes end of a silent JMX session
   * @param auditFileBytes size of one file of the trail
   * @param auditFiles files kept
   */
  public record Values(Pace pace, int jmxIdleMinutes, long auditFileBytes, int auditFiles) {
    static final Values DEFAULTS = new Values(new Pace(5, 1000, 15_000), 30, 16L << 20, 64);
  }

  @Activate
  public AccessSettings(AccessConfig config, Map<String, Object> properties) {
    changed(config, properties);
  }

  @Modified
  void changed(AccessConfig config, Map<String, Object> properties) {
    settings.change(() -> checked(config, new ConfigFile(PID, properties)));
  }

  private static Values checked(AccessConfig config, ConfigFile file) {
    return new Values(
        new Pace(
            file.count("freeFailures", config::freeFailures, 1, 100),
            file.whole("firstDelayMillis", config::firstDelayMillis, 100, 60_000),
            file.whole("longestDelayMillis", config::longestDelayMillis, 1000, 300_000)),
        file.count("jmxIdleMinutes", config::jmxIdleMinutes, 1, 1440),
        (long) file.count("auditFileMegabytes", config::auditFileMegabytes, 1, 1024) << 20,
        file.count("auditFiles", config::auditFiles, 2, 1000));
  }

  /** The settings, now. */
  public Values now() {
    return settings.now();
  }

  @Override
  public String name() {
    return "access";
  }

  @Override
  public Health check() {
    return settings.health();
  }

  @Override
  public Health configuration() {
    return settings.health();
  }
}
