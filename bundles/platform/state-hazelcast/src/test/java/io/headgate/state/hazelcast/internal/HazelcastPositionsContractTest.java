package io.headgate.state.hazelcast.internal;

import io.headgate.spi.positions.SharedPositions;
import io.headgate.testkit.contract.SharedPositionsContract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** One cluster for all: each test has an account of its own. */
class HazelcastPositionsContractTest extends SharedPositionsContract {

  private static @Nullable TestNodes cluster;

  @AfterAll
  static void end() throws Exception {
    Objects.requireNonNull(cluster).close();
    cluster = null;
  }

  @Override
  protected List<SharedPositions> startTwo() throws Exception {
    TestNodes started = cluster;
    if (started == null) {
      started = TestNodes.started(2);
      cluster = started;
    }
    return List.of(started.node(0), started.node(1));
  }

  @Override
  protected void stop(List<SharedPositions> started) {}
}
