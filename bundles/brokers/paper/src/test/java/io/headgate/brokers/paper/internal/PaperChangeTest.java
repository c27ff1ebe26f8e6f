package io.headgate.brokers.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.execution.ExecType;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import io.headgate.testkit.venue.FakeBrokerContext;
import io.headgate.testkit.venue.RecordingExecutions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of the venue that change while orders are open there. */
class PaperChangeTest {

  private final FixedClock clock = new FixedClock();
  private final ManualTimers timers = new ManualTimers(clock);
  private final RecordingExecutions reports = new RecordingExecutions();
  private final FakeBrokerContext context =
      new FakeBrokerContext(clock, timers, reports, new FakeReferenceData());
  private long sequence;
  @TempDir private Path folder;

  private Map<String, String> values(String key, String value) {
    Map<String, String> values =
        new HashMap<>(Map.of("rejectPercent", "0", "stateFolder", folder.toString()));
    values.put(key, value);
    return values;
  }

  private PaperBroker broker(String key, String value) {
    Map<String, String> values = values(key, value);
    return new PaperBroker(
        PaperSettingsTest.config(values), new HashMap<>(values), FakeNodeInfo.live());
  }

  private void change(PaperBroker broker, String key, String value) {
    Map<String, String> values = values(key, value);
    broker.modified(PaperSettingsTest.config(values), new HashMap<>(values));
  }

  private ClOrdId buy(PaperBroker broker) throws Exception {
    ClOrdId id = new ClOrdId("N1", 1, ++sequence);
    broker.send(
        new OrderCommand.Send(
            id, "paper", PaperSession.limit(Side.BUY, 10, "99", TimeInForce.GTC)));
    return id;
  }

  @Test
  void aWrongValueKeepsTheSessionAndItsOrders() throws Exception {
    PaperBroker broker = broker("latencyMillis", "5");
    broker.start(context);
    ClOrdId open = buy(broker);
    timers.advance(Duration.ofMillis(5));

    change(broker, "latencyMillis", "soon");

    assertThat(broker.generation()).isZero();
    assertThat(broker.serves("SIM")).isTrue();
    assertThat(broker.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(broker.health().reason())
        .contains("etc/io.headgate.brokers.paper.cfg: latencyMillis is 'soon'");
    ClOrdId second = buy(broker);
    timers.advance(Duration.ofMillis(5));
    assertThat(broker.snapshot().openOrders()).containsOnlyKeys(open, second);

    change(broker, "latencyMillis", "5");
    assertThat(broker.health()).isEqualTo(Health.UP);
    broker.stop();
  }

  @Test
  void aChangeOverARestartKeepsOrdersAndWhatWasOnTheWay() throws Exception {
    PaperBroker broker = broker("latencyMillis", "50");
    broker.start(context);
    ClOrdId open = buy(broker);
    timers.advance(Duration.ofMillis(50));
    ClOrdId onTheWay = buy(broker);

    change(broker, "latencyMillis", "0");
    assertThat(broker.generation()).isEqualTo(1);
    broker.stop();
    broker.start(context);

    assertThat(broker.snapshot().openOrders()).containsOnlyKeys(open, onTheWay);
    assertThat(reports.of(onTheWay))
        .extracting(report -> report.execType())
        .containsExactly(ExecType.NEW);
    ClOrdId third = buy(broker);
    timers.advance(Duration.ZERO);
    assertThat(broker.snapshot().openOrders()).containsOnlyKeys(open, onTheWay, third);
    broker.stop();
  }

  @Test
  void wrongFromTheStartItServesNothingUntilItIsRight() {
    PaperBroker broker = broker("feeBps", "cheap");

    assertThat(broker.name()).isEqualTo("paper");
    assertThat(broker.serves("SIM")).isFalse();
    assertThat(broker.health().state()).isEqualTo(Health.State.DOWN);
    broker.start(context);
    assertThatThrownBy(() -> buy(broker))
        .isInstanceOf(NotSentException.class)
        .hasMessageContaining("feeBps is 'cheap'");

    change(broker, "feeBps", "1");
    broker.stop();
    broker.start(context);

    assertThat(broker.serves("SIM")).isTrue();
    assertThat(broker.health()).isEqualTo(Health.UP);
    broker.stop();
  }

  @Test
  void theFolderOfOpenOrdersDoesNotMove() {
    PaperBroker broker = broker("latencyMillis", "5");
    broker.start(context);

    change(broker, "stateFolder", folder.resolve("other").toString());

    assertThat(broker.generation()).isZero();
    assertThat(broker.health().reason()).contains("stateFolder").contains("stop the node");
    broker.stop();
  }
}
