package io.headgate.surveillance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The controls of surveillance that are shipped do what their examples say. */
class ShippedPatternsTest {

  private static final Path POLICIES = Path.of("..", "..", "..", "rules", "policies");
  private static final String FILE = "surveillance.csv";

  /** Settings without a file: the ones that are shipped. */
  private static final SurveillanceConfig DEFAULTS =
      (SurveillanceConfig)
          Proxy.newProxyInstance(
              SurveillanceConfig.class.getClassLoader(),
              new Class<?>[] {SurveillanceConfig.class},
              (proxy, method, arguments) -> method.getDefaultValue());

  private record Example(String name, String expected, List<String[]> events) {}

  @ParameterizedTest
  @ValueSource(strings = {"wash-trades", "layering"})
  void theExamplesRaiseWhatTheySay(String policy) throws IOException {
    List<Example> examples = read(POLICIES.resolve(policy).resolve(FILE));
    assertThat(examples).extracting(Example::expected).contains("pass", "warn", "alert");
    for (Example example : examples) {
      assertThat(raised(example))
          .as("%s: %s", policy, example.name())
          .isEqualTo(example.expected());
    }
  }

  @Test
  void allThatAreShippedAreTested() throws IOException {
    try (var policies = Files.list(POLICIES)) {
      assertThat(policies.filter(policy -> Files.exists(policy.resolve(FILE))))
          .extracting(policy -> policy.getFileName().toString())
          .containsExactlyInAnyOrder("wash-trades", "layering");
    }
  }

  private static List<Example> read(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] cells = line.split(",", -1);
        assertThat(cells).as(line).hasSize(9);
        if (!cells[0].isEmpty()) {
          examples.add(new Example(cells[0], cells[1], new ArrayList<>()));
        }
        examples.get(examples.size() - 1).events().add(cells);
      }
    }
    return examples;
  }

  private static String raised(Example example) {
    RecordingEvents stream = new RecordingEvents();
    RecordingAlarms alarms = new RecordingAlarms();
    SurveillanceSettings settings =
        SurveillanceSettings.of(DEFAULTS, new ConfigFile(Surveillance.PID, Map.of()));
    Surveillance surveillance = new Surveillance(stream, alarms, new FixedClock(0), settings);
    try {
      for (String[] cells : example.events()) {
        events(cells).forEach(stream::publish);
      }
      List<Alarm> active = alarms.active();
      assertThat(active).as("one pattern at most").hasSizeLessThanOrEqualTo(1);
      if (active.isEmpty()) {
        return "pass";
      }
      return active.get(0).level() == Alarm.Level.CRITICAL ? "alert" : "warn";
    } finally {
      surveillance.close();
    }
  }

  /** The events of a line: second, account, event, side, quantity, price, times. */
  private static List<NodeEvent> events(String[] cells) {
    ExecType type =
        switch (cells[4]) {
          case "traded" -> ExecType.TRADE;
          case "cancelled" -> ExecType.CANCELED;
          default -> throw new IllegalArgumentException("no event: " + cells[4]);
        };
    int times = cells[8].isEmpty() ? 1 : Integer.parseInt(cells[8]);
    List<NodeEvent> events = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      events.add(
          WatchedEvents.event(
              WatchedEvents.terms(
                  cells[3],
                  Side.valueOf(cells[5].toUpperCase(Locale.ROOT)),
                  Fixed.parse(cells[6]),
                  cells[7]),
              type,
              Long.parseLong(cells[2]) + i));
    }
    return events;
  }
}
