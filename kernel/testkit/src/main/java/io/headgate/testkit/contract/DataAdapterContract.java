package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.testkit.fake.RecordingMarketSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link DataAdapter} promises. */
public abstract class DataAdapterContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<DataAdapter> made = new ArrayList<>();

  /** Makes an adapter that delivers at least 100 rows, without waiting long between them. */
  protected abstract DataAdapter create() throws Exception;

  private DataAdapter adapter() throws Exception {
    DataAdapter adapter = create();
    made.add(adapter);
    return adapter;
  }

  @AfterEach
  void stopAll() {
    made.forEach(DataAdapter::stop);
  }

  private static void awaitRows(RecordingMarketSink sink, long rows) {
    Awaitility.await().atMost(PATIENCE).until(() -> sink.rows() >= rows);
  }

  @Test
  void hasAName() throws Exception {
    assertThat(adapter().name()).matches("[a-z0-9-]{1,32}");
    assertThat(adapter().health()).isNotNull();
  }

  @Test
  void nothingFlowsBeforeTheStart() throws Exception {
    FeedProgress progress = adapter().progress();

    assertThat(progress.delivered()).isZero();
    assertThat(progress.finished()).isFalse();
    assertThat(progress.failure()).isEmpty();
  }

  @Test
  void delivers() throws Exception {
    DataAdapter adapter = adapter();
    RecordingMarketSink sink = new RecordingMarketSink();

    adapter.start(sink);

    awaitRows(sink, 100);
  }

  @Test
  void afterStopNothingMoreComes() throws Exception {
    DataAdapter adapter = adapter();
    RecordingMarketSink sink = new RecordingMarketSink();
    adapter.start(sink);
    awaitRows(sink, 1);

    adapter.stop();
    long atStop = sink.rows();

    Awaitility.await()
        .pollDelay(Duration.ofMillis(200))
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(sink.rows()).isEqualTo(atStop));
  }

  @Test
  void everyRowIsAccountedForOnceItHasStopped() throws Exception {
    DataAdapter adapter = adapter();
    RecordingMarketSink sink = new RecordingMarketSink();
    adapter.start(sink);
    awaitRows(sink, 100);
    adapter.stop();

    FeedProgress progress = adapter.progress();

    assertThat(progress.delivered()).isEqualTo(sink.rows());
    assertThat(progress.read()).isEqualTo(progress.delivered() + progress.skipped());
    assertThat(progress.skippedByReason().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(progress.skipped());
    assertThat(progress.skippedByReason().keySet()).allMatch(reason -> reason.matches("[A-Z_]+"));
  }

  @Test
  void stopAndStartAreIdempotentAndAdapterStartsAgain() throws Exception {
    DataAdapter adapter = adapter();
    adapter.stop();
    RecordingMarketSink first = new RecordingMarketSink();
    adapter.start(first);
    adapter.start(first);
    awaitRows(first, 100);
    adapter.stop();
    adapter.stop();
    long before = first.rows();
    RecordingMarketSink second = new RecordingMarketSink();

    adapter.start(second);

    awaitRows(second, 1);
    assertThat(first.rows()).as("the sink of before").isEqualTo(before);
    assertThat(first.overlapped()).isFalse();
  }

  @Test
  void oneCallAtATime() throws Exception {
    DataAdapter adapter = adapter();
    RecordingMarketSink sink = new RecordingMarketSink();

    adapter.start(sink);
    awaitRows(sink, 100);
    adapter.stop();

    assertThat(sink.overlapped()).isFalse();
  }

  @Test
  void startDoesNotWaitForTheSinkAndStopDoes() throws Exception {
    DataAdapter adapter = adapter();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);

    adapter.start(
        batch -> {
          entered.countDown();
          awaitQuietly(open);
        });
    assertThat(entered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(adapter::stop);

    Awaitility.await()
        .pollDelay(Duration.ofMillis(200))
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(stopping).isNotDone());
    open.countDown();
    stopping.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anEngineThatHasStoppedEndsTheFeed() throws Exception {
    DataAdapter adapter = adapter();
    RecordingMarketSink sink = new RecordingMarketSink();
    adapter.start(sink);
    awaitRows(sink, 1);

    sink.stop();

    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> adapter.progress().finished() || !adapter.progress().failure().isEmpty());
    long delivered = sink.rows();
    adapter.stop();
    assertThat(sink.rows()).isEqualTo(delivered);
  }

  @Test
  void rowsMakeSense() throws Exception {
    DataAdapter adapter = adapter();
    RecordingMarketSink sink = new RecordingMarketSink();
    adapter.start(sink);
    awaitRows(sink, 100);
    adapter.stop();

    assertThat(sink.batches()).allMatch(batch -> batch.source().equals(adapter.name()));
    for (MarketEvent event : sink.events()) {
      assertThat(event.tsEvent()).isPositive();
      assertThat(event.tsInit()).isPositive();
      assertThat(prices(event)).as("%s", event).allMatch(price -> price >= 0);
    }
  }

  private static List<Long> prices(MarketEvent event) {
    if (event instanceof Quote quote) {
      return List.of(quote.bidPrice(), quote.askPrice(), quote.bidSize(), quote.askSize());
    }
    if (event instanceof Trade trade) {
      return List.of(trade.price() - 1, trade.size());
    }
    Bar bar = (Bar) event;
    return List.of(bar.low() - 1, bar.high() - bar.low(), bar.volume());
  }
}
