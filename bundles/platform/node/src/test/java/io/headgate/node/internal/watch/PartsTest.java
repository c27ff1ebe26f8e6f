package io.headgate.node.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.RecordingAlarms;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is configured and does not run is found, with its reason. */
class PartsTest {

  private static <P extends Plugin> P plugin(Class<P> type, String name, Health health) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.getName().equals("health") ? health : name));
  }

  private static BrokerConnector broker(String name, Health health) {
    return plugin(BrokerConnector.class, name, health);
  }

  private static Parts parts(
      List<BrokerConnector> brokers,
      Map<String, Strategy> strategies,
      List<StrategyStatus> states,
      Map<String, String> configured,
      ComponentFaults.Fault... faults) {
    return new Parts(
        brokers,
        List.of(plugin(DataAdapter.class, "simulator", Health.UP)),
        List.of(),
        List.of(),
        strategies,
        states,
        configured,
        List.of(faults));
  }

  private static StrategyStatus status(String name, StrategyStatus.State state, String reason) {
    return new StrategyStatus(name, "DEMO", state, reason, 1, 0, 0, 0, 0);
  }

  @Test
  void aNodeThatRunsAsConfiguredHasNothingToSay() {
    Strategy trend = plugin(Strategy.class, "trend", Health.UP);
    assertThat(
            parts(
                    List.of(broker("paper", Health.UP)),
                    Map.of("io.headgate.strategies.trend~a", trend),
                    List.of(status("trend", StrategyStatus.State.ACTIVE, "")),
                    Map.of("io.headgate.strategies.trend~a", "etc/a.cfg"))
                .findings())
        .isEmpty();
  }

  @Test
  void withoutAConnectorNothingCanBeTraded() {
    assertThat(parts(List.of(), Map.of(), List.of(), Map.of()).findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.key()).isEqualTo("plugin.broker");
              assertThat(found.stopsTrading()).isTrue();
              assertThat(found.level()).isEqualTo(Alarm.Level.CRITICAL);
            });
  }

  @Test
  void oneConnectorOfTwoThatIsDownDoesNotStopTrading() {
    List<BrokerConnector> both =
        List.of(broker("paper", Health.down("no disk")), broker("fix", Health.UP));
    assertThat(parts(both, Map.of(), List.of(), Map.of()).findings())
        .singleElement()
        .isEqualTo(Finding.critical("plugin.broker.paper", false, "broker paper: no disk"));
    assertThat(parts(both.subList(0, 1), Map.of(), List.of(), Map.of()).findings())
        .singleElement()
        .matches(Finding::stopsTrading);
  }

  @Test
  void aPlugInThatThrowsIsDownAndHidesNoOther() {
    BrokerConnector broken =
        (BrokerConnector)
            Proxy.newProxyInstance(
                BrokerConnector.class.getClassLoader(),
                new Class<?>[] {BrokerConnector.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("health")) {
                    throw new NoClassDefFoundError("gone");
                  }
                  return "broken";
                });
    assertThat(
            parts(
                    List.of(broken, broker("paper", Health.down("no disk"))),
                    Map.of(),
                    List.of(),
                    Map.of())
                .findings())
        .extracting(Finding::key)
        .containsExactly("plugin.broker.broken", "plugin.broker.paper");
  }

  @Test
  void aRefusedChangeIsAWarning() {
    Strategy trend = plugin(Strategy.class, "trend", Health.degraded("etc/a.cfg: fast is '0'"));
    assertThat(
            parts(
                    List.of(broker("paper", Health.UP)),
                    Map.of("a", trend),
                    List.of(status("trend", StrategyStatus.State.ACTIVE, "")),
                    Map.of("a", "etc/a.cfg"))
                .findings())
        .containsExactly(
            Finding.warning("plugin.strategy.trend", "strategy trend: etc/a.cfg: fast is '0'"));
  }

  @Test
  void aStrategyThatFailedIsFoundButItsAlarmIsTheEngines() {
    Strategy trend = plugin(Strategy.class, "trend", Health.down("etc/a.cfg: fast is '0'"));
    assertThat(
            parts(
                    List.of(broker("paper", Health.UP)),
                    Map.of("a", trend),
                    List.of(status("trend", StrategyStatus.State.FAILED, "etc/a.cfg: fast is '0'")),
                    Map.of("a", "etc/a.cfg"))
                .findings())
        .containsExactly(
            Finding.critical("", false, "strategy trend has failed: etc/a.cfg: fast is '0'"));
  }

  @Test
  void aFileThatNoBundleReadsIsFound() {
    assertThat(
            parts(
                    List.of(broker("paper", Health.UP)),
                    Map.of(),
                    List.of(),
                    Map.of(
                        "io.headgate.strategies.trned~a", "etc/io.headgate.strategies.trned-a.cfg"))
                .findings())
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .startsWith("etc/io.headgate.strategies.trned-a.cfg configures a strategy that no bundle");
  }

  @Test
  void aPartOfThePlatformThatCouldNotStartStopsTradingAPluginDoesNot() {
    List<BrokerConnector> brokers = List.of(broker("paper", Health.UP));
    assertThat(
            parts(
                    brokers,
                    Map.of(),
                    List.of(),
                    Map.of(),
                    new ComponentFaults.Fault("io.headgate.limits", "io.headgate.limits", "x"),
                    new ComponentFaults.Fault(
                        "io.headgate.engine",
                        "io.headgate.engine.Face",
                        "Unable to get service for reference handle"),
                    new ComponentFaults.Fault(
                        "io.headgate.data.feed", "io.headgate.data.feed", "y"))
                .findings())
        .extracting(Finding::stopsTrading)
        .containsExactly(true, false);
  }

  @Test
  void alarmsAreForWhatStaysAndAreRaisedOnce() {
    RecordingAlarms alarms = new RecordingAlarms();
    Standing standing = new Standing(alarms);
    Finding finding = Finding.warning("plugin.data.replay", "no file");

    standing.take(List.of(finding));
    standing.take(List.of());
    standing.take(List.of(finding));
    assertThat(alarms.active()).isEmpty();

    standing.take(List.of(finding));
    standing.take(List.of(finding));
    standing.take(List.of(finding));
    assertThat(alarms.active()).singleElement().matches(alarm -> alarm.count() == 1);

    standing.take(List.of());
    assertThat(alarms.active()).hasSize(1);
    standing.take(List.of());
    assertThat(alarms.active()).isEmpty();
  }
}
