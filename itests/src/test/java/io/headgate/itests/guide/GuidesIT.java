package io.headgate.itests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each page of the guide, followed step by step on a node of its own. */
class GuidesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"officer", "developer", "operator"})
  void thePageHolds(String name) throws Exception {
    Path file = Path.of(System.getProperty("headgate.guides"), name + ".md");
    Page page = Page.read(file);
    assertThat(page.steps()).as("steps of %s", file).hasSizeGreaterThan(5);
    try (NodeDesktop desktop = NodeDesktop.open(name)) {
      new Reader(page, desktop, PATIENCE).follow();
    }
  }
}
