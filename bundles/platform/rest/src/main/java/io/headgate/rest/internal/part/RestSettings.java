package io.headgate.rest.internal.part;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in force. A change is taken at once; a change that breaks a range is refused as a
 * whole, and what was in force stays.
 */
@Component(service = RestSettings.class, configurationPid = "io.headgate.rest")
@Designate(ocd = RestConfig.class)
public final class RestSettings {

  private static final Logger LOG = LoggerFactory.getLogger(RestSettings.class);

  private volatile RestConfig config;

  /**
   * @throws IllegalArgumentException if a value breaks its range; the message names file, key,
   *     value and range
   */
  @Activate
  public RestSettings(RestConfig config) {
    check(config);
    this.config = config;
  }

  @Modified
  void changed(RestConfig candidate) {
    try {
      check(candidate);
      config = candidate;
    } catch (IllegalArgumentException e) {
      LOG.error("{}. The settings before stay in force.", e.getMessage());
    }
  }

  /** The settings, now. */
  public RestConfig now() {
    return config;
  }

  private static void check(RestConfig config) {
    range("decisionTimeoutMillis", config.decisionTimeoutMillis(), 100, 60_000);
    range("waitingRequests", config.waitingRequests(), 1, 150);
    range("eventStreams", config.eventStreams(), 1, 256);
    range("eventQueueLength", config.eventQueueLength(), 16, 65_536);
    range("heartbeatMillis", config.heartbeatMillis(), 100, 25_000);
    range("stalledAfterMillis", config.stalledAfterMillis(), 1000, 600_000);
    range("loginCacheSeconds", config.loginCacheSeconds(), 0, 60);
  }

  private static void range(String key, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "etc/io.headgate.rest.cfg: %s = %d, expected %d to %d".formatted(key, value, min, max));
    }
  }
}
