package io.headgate.routes.camel.internal;

import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.OrderCommand;
import io.headgate.routes.camel.internal.service.Services;
import io.headgate.spi.broker.Outbound;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.data.MarketSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A node's services as the routes see them, and a folder of route files. */
final class Node {

  final Services services = new Services();
  final Path base;

  Node(Path base) {
    this.base = base;
  }

  RouteRuntime start() {
    return start(Map.of());
  }

  RouteRuntime start(Map<String, String> placeholders) {
    Map<String, String> all = new TreeMap<>(placeholders);
    all.put("headgate.data", base.resolve("data").toString());
    RouteRuntime runtime =
        new RouteRuntime(
            new RouteSettings(base.resolve("routes"), 50, 20, 2_000, false, all), services);
    runtime.start();
    return runtime;
  }

  void file(String name, String content) throws IOException {
    Path folder = Files.createDirectories(base.resolve("routes"));
    Path part = folder.resolve("." + name + ".part");
    Files.writeString(part, content);
    Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Copies a route file of the distribution. */
  void shipped(String name) throws IOException {
    Path source = Path.of("../../../karaf-assembly/src/main/resources/etc/routes").resolve(name);
    file(name, Files.readString(source));
  }

  /** An engine's outer end: gives commands to its taker on the caller's thread. */
  static final class FakeOutbound implements Outbound {
    final List<String> sent = new CopyOnWriteArrayList<>();
    volatile @Nullable Consumer<OrderCommand> taker;
    volatile @Nullable RuntimeException refusal;

    @Override
    public synchronized AutoCloseable onApproved(Consumer<OrderCommand> fresh) {
      if (taker != null) {
        throw new IllegalStateException("there is a taker already");
      }
      taker = fresh;
      return () -> taker = null;
    }

    @Override
    public void dispatch(String broker, OrderCommand command) {
      RuntimeException why = refusal;
      if (why != null) {
        throw why;
      }
      sent.add(broker + ' ' + command.clOrdId());
    }
  }

  /** A feed that delivers when a test says so, on the test's thread. */
  static final class FakeAdapter implements DataAdapter {
    volatile @Nullable MarketSink sink;
    final AtomicInteger starts = new AtomicInteger();

    @Override
    public String name() {
      return "simulator";
    }

    @Override
    public void start(MarketSink fresh) {
      starts.incrementAndGet();
      sink = fresh;
    }

    @Override
    public void stop() {
      sink = null;
    }

    void deliver(MarketBatch batch) {
      MarketSink current = sink;
      if (current == null) {
        throw new AssertionError("the feed is not started");
      }
      current.accept(batch);
    }

    @Override
    public FeedProgress progress() {
      return new FeedProgress(0, 0, 0, Map.of(), false, "");
    }
  }
}
