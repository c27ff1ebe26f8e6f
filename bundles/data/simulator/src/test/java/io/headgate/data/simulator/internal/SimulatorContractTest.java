package io.headgate.data.simulator.internal;

import io.headgate.spi.data.DataAdapter;
import io.headgate.testkit.contract.DataAdapterContract;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;

class SimulatorContractTest extends DataAdapterContract {

  @Override
  protected DataAdapter create() {
    return new Simulator(
        new FixedClock(),
        FakeNodeInfo.live(),
        new FakeReferenceData(),
        new Configured().with("paced", false).config());
  }
}
