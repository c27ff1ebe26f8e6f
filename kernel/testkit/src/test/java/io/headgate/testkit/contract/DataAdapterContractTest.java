package io.headgate.testkit.contract;

import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.MarketSink;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.market.SeededMarket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

class DataAdapterContractTest extends DataAdapterContract {

  @Override
  protected DataAdapter create() {
    return new Seeded();
  }

  /** Delivers a seeded market as fast as the sink takes it. */
  private static final class Seeded implements DataAdapter {
    private final AtomicLong delivered = new AtomicLong();
    private volatile boolean finished;
    private volatile boolean running;
    private @Nullable Thread thread;

    @Override
    public String name() {
      return "seeded";
    }

    @Override
    public synchronized void start(MarketSink sink) {
      if (thread == null) {
        running = true;
        thread = new Thread(() -> run(sink), "seeded");
        thread.start();
      }
    }

    private void run(MarketSink sink) {
      SeededMarket market = new SeededMarket(1, List.of(FakeReferenceData.ACME), 1, 1);
      delivered.set(0);
      finished = false;
      try {
        while (running) {
          sink.accept(market.next(10));
          delivered.addAndGet(10);
        }
      } catch (IllegalStateException e) {
        finished = true;
      }
    }

    @Override
    public synchronized void stop() {
      running = false;
      Thread ending = thread;
      thread = null;
      while (ending != null && ending.isAlive()) {
        try {
          ending.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    @Override
    public FeedProgress progress() {
      long rows = delivered.get();
      return new FeedProgress(rows, rows, 0, Map.of(), finished, "");
    }
  }
}
