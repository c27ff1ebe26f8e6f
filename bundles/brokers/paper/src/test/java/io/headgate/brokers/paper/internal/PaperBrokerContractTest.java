package io.headgate.brokers.paper.internal;

import io.headgate.model.number.Fixed;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.testkit.contract.BrokerConnectorContract;
import io.headgate.testkit.fake.FakeNodeInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class PaperBrokerContractTest extends BrokerConnectorContract {

  @TempDir Path folder;

  @Override
  protected BrokerConnector create() {
    PaperSettings settings =
        new PaperSettings(
            Set.of(), Duration.ofMillis(5).toNanos(), 0, 0, Fixed.parse("0.2"), 1, folder);
    return new PaperBroker(settings, FakeNodeInfo.live());
  }
}
