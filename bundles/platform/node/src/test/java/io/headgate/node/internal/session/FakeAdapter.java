package io.headgate.node.internal.session;

import io.headgate.model.market.MarketBatch;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.MarketSink;
import java.util.Map;

/** A feed that delivers one empty batch and ends as the test says. */
final class FakeAdapter implements DataAdapter {

  volatile String problem = "";
  volatile String failure = "";
  volatile boolean started;
  volatile boolean stopped;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void start(MarketSink sink) {
    if (!problem.isEmpty()) {
      throw new IllegalStateException(problem);
    }
    sink.accept(MarketBatch.builder("replay").build());
    started = true;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public FeedProgress progress() {
    return started
        ? new FeedProgress(10, 7, 3, Map.of("NO_PRICE", 3L), failure.isEmpty(), failure)
        : new FeedProgress(0, 0, 0, Map.of(), false, "");
  }
}
