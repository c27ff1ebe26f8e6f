package io.headgate.rules.drools.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.rules.drools.internal.candidate.Surroundings;
import io.headgate.rules.drools.internal.cluster.Neighbours;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.rules.RuleSet;
import io.headgate.testkit.contract.RuleGateContract;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroolsRulesTest {

  @TempDir Path root;
  private final RecordingAlarms alarms = new RecordingAlarms();
  private @Nullable DroolsRules started;

  private DroolsRules start(boolean watching) {
    return start(watching, new NodeParts());
  }

  private DroolsRules start(boolean watching, Surroundings parts) {
    RulesSettings settings =
        new RulesSettings(
            root,
            50,
            200,
            100,
            120,
            true,
            new DeskSettings(
                root, List.of(), root.resolve("kept"), root.resolve("signers"), 0, true));
    Notices notices = new Notices(new FixedClock(), alarms, new RecordingEvents());
    started =
        new DroolsRules(settings, notices, parts, new Neighbours(FakeNodeInfo.live()), watching);
    return started;
  }

  private static RuleSet awaitSet(DroolsRules rules) {
    await().atMost(Duration.ofMinutes(2)).until(() -> rules.current() != null);
    return Objects.requireNonNull(rules.current());
  }

  @AfterEach
  void stop() {
    if (started != null) {
      started.deactivate();
    }
  }

  @Test
  void loadsByItselfAndFollowsTheFiles() throws Exception {
    Folder folder = new Folder(root);
    DroolsRules rules = start(true);
    RuleSet first = awaitSet(rules);
    assertThat(rules.check()).isEqualTo(Health.UP);
    folder.write("more.drl", Rules.text("more", "quantity > 1000"));
    await().atMost(Duration.ofMinutes(2)).until(() -> rules.current() != first);
    assertThat(rules.status().rules()).hasSize(2);
  }

  @Test
  void aLookThatBreaksIsNotTheLast() throws Exception {
    Folder folder = new Folder(root);
    NodeParts parts = new NodeParts();
    AtomicBoolean broken = new AtomicBoolean(true);
    AtomicInteger breaks = new AtomicInteger();
    Surroundings sometimes =
        (Surroundings)
            Proxy.newProxyInstance(
                Surroundings.class.getClassLoader(),
                new Class<?>[] {Surroundings.class},
                (proxy, method, arguments) -> {
                  if (broken.get() && method.getName().equals("prepareLimits")) {
                    breaks.incrementAndGet();
                    throw new AssertionError("broken for a while");
                  }
                  try {
                    return method.invoke(parts, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
    DroolsRules rules = start(true, sometimes);
    await().atMost(Duration.ofMinutes(2)).until(() -> breaks.get() == 1);
    folder.write("more.drl", Rules.text("more", "quantity > 1000"));
    await().atMost(Duration.ofMinutes(2)).until(() -> breaks.get() == 2);
    assertThat(rules.current()).isNull();
    broken.set(false);
    folder.write("more.drl", Rules.text("more", "quantity > 2000"));
    awaitSet(rules);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(rules.check()).isEqualTo(Health.UP));
  }

  @Test
  void reloadReadsAtOnceAndTellsWhatIsWrong() throws Exception {
    Folder folder = new Folder(root);
    DroolsRules rules = start(true);
    awaitSet(rules);
    folder.write("evil.drl", "import java.io.File;");
    assertThat(rules.reload().faults()).singleElement().asString().contains("evil.drl:1");
    assertThat(rules.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(rules.check().reason()).contains("evil.drl:1");
    assertThat(rules.current()).isNotNull();
  }

  @Test
  void withoutASetTheNodeIsDown() {
    DroolsRules rules = start(true);
    assertThat(rules.reload().hash()).isEmpty();
    assertThat(rules.current()).isNull();
    assertThat(rules.check().state()).isEqualTo(Health.State.DOWN);
    assertThat(alarms.isActive("rules.load")).isTrue();
  }

  @Test
  void aReplayWaitsForItsSetAndThenKeepsIt() throws Exception {
    DroolsRules rules = start(false);
    Folder folder = new Folder(root);
    RuleSet first = awaitSet(rules);
    folder.write("more.drl", Rules.text("more", "quantity > 1000"));
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(20))
        .until(() -> rules.current() == first);
  }

  @Test
  void afterItsEndThereAreNoRules() throws Exception {
    new Folder(root);
    DroolsRules rules = start(true);
    awaitSet(rules);
    rules.deactivate();
    assertThat(rules.current()).isNull();
    assertThatThrownBy(rules::reload).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThat(settings("", 500, 3000, 0).folder().getFileName()).hasToString("rules");
    assertThat(settings(" /x/y ", 500, 3000, 0).folder()).hasToString("/x/y");
    assertThatThrownBy(() -> settings("", 49, 3000, 0))
        .hasMessage(
            "etc/io.headgate.rules.cfg: pollMillis is '49', expected a whole number from 50 to 60000;"
                + " correct it and save the file");
    assertThatThrownBy(() -> settings("", 500, 99, 0))
        .hasMessageContaining(
            "comparedOrders is '99', expected a whole number from 100 to 1000000");
    assertThatThrownBy(() -> settings("", 500, 3000, -1))
        .hasMessageContaining(
            "warmUpEvaluations is '-1', expected a whole number from 0 to 1000000");
    assertThatThrownBy(() -> settings("a\0b", 500, 3000, 0)).hasMessageContaining("rulesFolder");
  }

  private static RulesSettings settings(String folder, int poll, int compared, int warmUp) {
    return RulesSettings.of(
        config(folder, poll, compared, warmUp), new ConfigFile(DroolsRules.PID, Map.of()));
  }

  @Test
  void aWrongChangeLeavesTheSetThatServes() throws Exception {
    new Folder(root);
    DroolsRules rules = start(true);
    RuleSet serving = awaitSet(rules);

    rules.modified(config("", 49, 3000, 0), Map.of("pollMillis", "49"));

    assertThat(rules.current()).isSameAs(serving);
    assertThat(rules.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(rules.check().reason()).contains("pollMillis is '49'");
  }

  private static RulesConfig config(String folder, int poll, int compared, int warmUp) {
    Map<String, Object> values =
        Map.of(
            "rulesFolder", folder,
            "pollMillis", poll,
            "comparedOrders", compared,
            "warmUpEvaluations", warmUp);
    return (RulesConfig)
        Proxy.newProxyInstance(
            RulesConfig.class.getClassLoader(),
            new Class<?>[] {RulesConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  @Nested
  class KeepsTheContract extends RuleGateContract {
    @Override
    protected RuleGate create() throws Exception {
      Folder.copyPolicies(Folder.SHIPPED, root, "order-.*|position|price-collar");
      DroolsRules rules = start(true);
      awaitSet(rules);
      return rules;
    }
  }
}
