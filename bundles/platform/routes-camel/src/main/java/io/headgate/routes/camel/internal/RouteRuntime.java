package io.headgate.routes.camel.internal;

import io.headgate.routes.camel.internal.endpoint.Room;
import io.headgate.routes.camel.internal.file.RouteFiles;
import io.headgate.routes.camel.internal.file.RouteFolder;
import io.headgate.routes.camel.internal.file.RouteInstaller;
import io.headgate.routes.camel.internal.service.Services;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.route.RouteStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running routes: one Camel context, started beside the rest of the node, and the folder that
 * defines what runs in it.
 */
public final class RouteRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RouteRuntime.class);
  private static final long START_SECONDS = 60;
  private static final int WORKERS = 4;

  private final RouteSettings settings;
  private final Services services;
  private final Room room;
  private final RouteTallies tallies = new RouteTallies();
  private final RouteWatch watch;
  private final Map<String, Boolean> wishes = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker;
  private final CompletableFuture<Running> running = new CompletableFuture<>();

  /**
   * The parts that exist once the context has started.
   *
   * @param context where the routes run
   * @param files what defines them
   * @param switchboard starts and stops them
   */
  record Running(DefaultCamelContext context, RouteFiles files, Switchboard switchboard) {}

  /**
   * @param settings how to run
   * @param services what routes lead to
   */
  public RouteRuntime(RouteSettings settings, Services services) {
    this.settings = settings;
    this.services = services;
    this.worker = Executors.newScheduledThreadPool(WORKERS, new WorkerThreads());
    this.room = new Room(services, worker, settings.retryMillis());
    this.watch = new RouteWatch(tallies, room, services.alarms());
  }

  /** Begins to start; returns at once. */
  public void start() {
    worker.execute(this::run);
  }

  private void run() {
    long begin = System.nanoTime();
    try {
      Contexts contexts = new Contexts(settings, Thread.currentThread().getContextClassLoader());
      DefaultCamelContext context = contexts.create("headgate", room);
      context.addRoutePolicyFactory(tallies);
      context.start();
      Room nowhere = new Room(new Services(), worker, settings.retryMillis());
      RouteInstaller installer =
          new RouteInstaller(
              context,
              () -> contexts.create("headgate-rehearsal", nowhere),
              settings.shutdownMillis(),
              wishes);
      RouteFiles files =
          new RouteFiles(new RouteFolder(settings.directory()), installer, services.alarms());
      files.load();
      Switchboard switchboard =
          new Switchboard(context, installer, tallies, wishes, settings.shutdownMillis(), files);
      running.complete(new Running(context, files, switchboard));
      LOG.info("Routes started in {} ms", (System.nanoTime() - begin) / 1_000_000);
      var unused =
          worker.scheduleWithFixedDelay(
              this::tick, settings.watchMillis(), settings.watchMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception | LinkageError e) {
      LOG.error("The routes cannot start", e);
      running.completeExceptionally(e);
    }
  }

  private void tick() {
    try {
      running.join().files().follow();
      watch.look();
    } catch (RuntimeException e) {
      LOG.error("The watch over the routes failed and goes on", e);
    }
  }

  /**
   * The routes, once they have started.
   *
   * @throws IllegalStateException if they have not started in a minute, or cannot
   */
  Switchboard switchboard() {
    try {
      return running.get(START_SECONDS, TimeUnit.SECONDS).switchboard();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the routes cannot start: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the routes are still starting; try again later", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the routes were starting", e);
    }
  }

  /** The routes; none before they have started. */
  List<RouteStatus> list() {
    return running.isDone() && !running.isCompletedExceptionally()
        ? running.join().switchboard().list()
        : List.of();
  }

  /** How the routes are. */
  Health health() {
    if (running.isCompletedExceptionally()) {
      return Health.down("the routes cannot start; the log says why");
    }
    if (!running.isDone()) {
      return Health.degraded("the routes are starting");
    }
    StringBuilder text = new StringBuilder();
    boolean taken = room.hasTaker();
    if (!taken) {
      text.append(
          "no route takes approved orders, so new ones will be denied with ROUTE_UNAVAILABLE; next:"
              + " start orders-out, or put back a route from headgate:approved");
    }
    append(text, running.join().files().trouble());
    room.troubles().forEach((route, why) -> append(text, "route " + route + ' ' + why));
    append(text, watch.trouble());
    if (text.isEmpty()) {
      return Health.UP;
    }
    return taken ? Health.degraded(text.toString()) : Health.down(text.toString());
  }

  private static void append(StringBuilder text, String more) {
    if (!more.isEmpty()) {
      text.append(text.isEmpty() ? "" : "; ").append(more);
    }
  }

  /** Stops every route after what is in flight has passed, and the context. */
  @Override
  public void close() {
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(settings.shutdownMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The routes' workers did not end in {} ms", settings.shutdownMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (running.isDone() && !running.isCompletedExceptionally()) {
      running.join().context().stop();
    }
  }
}
