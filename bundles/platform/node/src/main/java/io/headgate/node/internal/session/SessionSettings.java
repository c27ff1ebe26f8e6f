package io.headgate.node.internal.session;

import io.headgate.spi.plugin.ConfigFile;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * How sessions run, out of {@code etc/io.headgate.session.cfg}.
 *
 * @param marketRoutes routes that bring the market of the demo
 * @param readyTimeoutSeconds how long a session waits for the node, 1 to 600
 * @param drainTimeoutSeconds how long it waits for what is under way at its end, 1 to 600
 * @param progressSeconds time between two lines where the output is no terminal, 1 to 60
 * @param reportingCurrency ISO 4217 code in which profit and loss is summed up
 */
record SessionSettings(
    List<String> marketRoutes,
    int readyTimeoutSeconds,
    int drainTimeoutSeconds,
    int progressSeconds,
    String reportingCurrency) {

  static final String PID = "io.headgate.session";

  private static final int MAX_TIMEOUT = 600;
  private static final int MAX_PROGRESS = 60;

  /** Configuration of the sessions. */
  @ObjectClassDefinition(id = PID, name = "Headgate sessions")
  @interface Config {
    @AttributeDefinition(description = "Routes that bring the market of the demo")
    String[] marketRoutes() default {"market-simulator"};

    @AttributeDefinition(description = "Wait for the node, 1 to 600 s", min = "1", max = "600")
    int readyTimeoutSeconds() default 120;

    @AttributeDefinition(description = "Wait for the end, 1 to 600 s", min = "1", max = "600")
    int drainTimeoutSeconds() default 30;

    @AttributeDefinition(
        description = "Time between two lines where the output is no terminal, 1 to 60 s",
        min = "1",
        max = "60")
    int progressSeconds() default 5;

    @AttributeDefinition(description = "ISO 4217 code in which P&L is summed up")
    String reportingCurrency() default "USD";
  }

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  SessionSettings {
    marketRoutes = List.copyOf(marketRoutes);
    check("readyTimeoutSeconds", readyTimeoutSeconds, MAX_TIMEOUT);
    check("drainTimeoutSeconds", drainTimeoutSeconds, MAX_TIMEOUT);
    check("progressSeconds", progressSeconds, MAX_PROGRESS);
    if (!reportingCurrency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "etc/%s.cfg: reportingCurrency is '%s', expected an ISO 4217 code such as USD"
              .formatted(PID, reportingCurrency));
    }
  }

  static SessionSettings of(Config config, ConfigFile file) {
    return new SessionSettings(
        Arrays.stream(config.marketRoutes()).map(String::trim).filter(r -> !r.isEmpty()).toList(),
        file.count("readyTimeoutSeconds", config::readyTimeoutSeconds, 1, MAX_TIMEOUT),
        file.count("drainTimeoutSeconds", config::drainTimeoutSeconds, 1, MAX_TIMEOUT),
        file.count("progressSeconds", config::progressSeconds, 1, MAX_PROGRESS),
        file.text(
            "reportingCurrency",
            config::reportingCurrency,
            Pattern.compile("[A-Z]{3}"),
            "an ISO 4217 code such as USD"));
  }

  private static void check(String key, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(
          "etc/%s.cfg: %s is %d, expected 1 to %d".formatted(PID, key, value, max));
    }
  }
}
