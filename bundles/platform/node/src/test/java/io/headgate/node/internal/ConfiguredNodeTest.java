package io.headgate.node.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headgate.spi.node.NodeInfo.Mode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

class ConfiguredNodeTest {

  private static ConfiguredNode node(Map<String, Object> config, Map<String, String> properties) {
    return new ConfiguredNode(
        TestConfig.of(ConfiguredNode.Config.class, config),
        properties::get,
        Version.parseVersion("0.1.0.SNAPSHOT"));
  }

  @Test
  void theFileSaysWhoItIs() {
    ConfiguredNode node =
        node(Map.of("nodeId", "NY2", "configuredNodes", 3, "rearmsNeeded", 1), Map.of());

    assertThat(node.id()).isEqualTo("NY2");
    assertThat(node.configuredNodes()).isEqualTo(3);
    assertThat(node.rearmsNeeded()).isEqualTo(1);
    assertThat(node.version()).isEqualTo("0.1.0");
    assertThat(node.mode()).isEqualTo(Mode.LIVE);
  }

  @Test
  void defaultsAreOneCautiousNode() {
    ConfiguredNode node = node(Map.of(), Map.of());

    assertThat(node.id()).isEqualTo("N1");
    assertThat(node.configuredNodes()).isEqualTo(1);
    assertThat(node.rearmsNeeded()).isEqualTo(2);
  }

  @Test
  void systemPropertiesOverruleTheFile() {
    ConfiguredNode node =
        node(
            Map.of("nodeId", "N1"),
            Map.of("headgate.node.id", "N7", "headgate.nodes", "2", "headgate.rearms", "1"));

    assertThat(node.id()).isEqualTo("N7");
    assertThat(node.configuredNodes()).isEqualTo(2);
    assertThat(node.rearmsNeeded()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"replay,REPLAY", "demo,LIVE", "REPLAY,LIVE"})
  void onlyTheReplaySessionReplays(String session, Mode mode) {
    assertThat(node(Map.of(), Map.of("headgate.session", session)).mode()).isEqualTo(mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n1", "TOOLONG", "N 1", "N-1"})
  void anIdThatNoClOrdIdCouldCarryIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node(Map.of("nodeId", id), Map.of()))
        .withMessageContaining("etc/io.headgate.node.cfg: nodeId is '" + id + "'")
        .withMessageContaining("[A-Z0-9]{1,4}");
  }

  @ParameterizedTest
  @CsvSource({
    "headgate.nodes,0,64",
    "headgate.nodes,65,64",
    "headgate.rearms,6,5",
    "headgate.rearms,two,5"
  })
  void aPropertyOutOfRangeIsRefusedByItsName(String property, String value, String max) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node(Map.of(), Map.of(property, value)))
        .withMessageContaining("system property %s is '%s'".formatted(property, value))
        .withMessageContaining("from 1 to " + max);
  }

  @Test
  void aNumberOutOfRangeInTheFileIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node(Map.of("configuredNodes", 0), Map.of()))
        .withMessageContaining("etc/io.headgate.node.cfg: configuredNodes is '0'");
  }

  @Test
  void aChangeOfTheFileChangesNothingWhileItRuns() {
    ConfiguredNode node = node(Map.of("nodeId", "N1"), Map.of());

    node.changed(TestConfig.of(ConfiguredNode.Config.class, Map.of("nodeId", "N9")));

    assertThat(node.id()).isEqualTo("N1");
  }
}
