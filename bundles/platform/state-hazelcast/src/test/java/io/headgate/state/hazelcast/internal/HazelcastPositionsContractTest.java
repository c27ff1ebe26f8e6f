package io.headgate.state.hazelcast.internal;

import io.headgate.spi.positions.SharedPositions;
import io.headgate.testkit.contract.SharedPositionsContract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class HazelcastPositionsContractTest extends SharedPositionsContract {

  private @Nullable TestNodes cluster;

  @Override
  protected List<SharedPositions> startTwo() throws Exception {
    TestNodes fresh = TestNodes.started(2);
    cluster = fresh;
    return List.of(fresh.node(0), fresh.node(1));
  }

  @Override
  protected void stop(List<SharedPositions> started) throws Exception {
    Objects.requireNonNull(cluster).close();
  }
}
