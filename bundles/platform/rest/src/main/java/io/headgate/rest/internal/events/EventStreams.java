package io.headgate.rest.internal.events;

import io.headgate.rest.internal.part.RestConfig;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.event.EventStream.Subscription;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open event streams: a bounded number, each with its subscription. */
final class EventStreams {

  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  private final RestSettings settings;
  private final LongSupplier monotonicNanos;
  private final Map<EventClient, Optional<Subscription>> clients = new ConcurrentHashMap<>();
  private final ScheduledExecutorService pulse;
  private volatile @Nullable Future<?> next;
  private int open;
  private boolean stopped;

  EventStreams(RestSettings settings, LongSupplier monotonicNanos) {
    this.settings = settings;
    this.monotonicNanos = monotonicNanos;
    this.pulse =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "headgate-rest-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    beatLater();
  }

  /** Takes one of the places. */
  synchronized void reserve() {
    int limit = settings.now().eventStreams();
    if (stopped || open >= limit) {
      throw ProblemType.BUSY
          .problem(
              "%d event streams are open, the most that are allowed (eventStreams in etc/io.headgate.rest.cfg)."
                  .formatted(open))
          .retryAfter(10)
          .exception();
    }
    open++;
  }

  /** Gives a place back that {@link #open} has not taken over. */
  synchronized void release() {
    open--;
  }

  /**
   * Fills a reserved place: from now on events flow.
   *
   * @throws IOException if the connection has ended; the place is still the caller's then
   */
  void open(AsyncContext context, Set<EventType> types, EventStream events, String who)
      throws IOException {
    RestConfig config = settings.now();
    EventClient client =
        new EventClient(context, types, config.eventQueueLength(), monotonicNanos, this::forget);
    context.addListener(new EndListener(client));
    clients.put(client, Optional.empty());
    try {
      client.start();
      Subscription subscription =
          events.subscribe("rest " + who, config.eventQueueLength(), client::accept);
      if (clients.replace(client, Optional.of(subscription)) == null) {
        // It has ended meanwhile.
        subscription.close();
      }
    } catch (RuntimeException e) {
      LOG.warn("Event stream of {} could not begin", who, e);
      client.close();
    }
  }

  private void forget(EventClient client) {
    Optional<Subscription> subscription = clients.remove(client);
    if (subscription != null) {
      subscription.ifPresent(Subscription::close);
      release();
    }
  }

  private void beatLater() {
    next = pulse.schedule(this::beat, settings.now().heartbeatMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      long stalled = TimeUnit.MILLISECONDS.toNanos(settings.now().stalledAfterMillis());
      clients.forEach(
          (client, subscription) -> {
            client.missed(subscription.map(Subscription::dropped).orElse(0L));
            client.heartbeat(stalled);
          });
    } catch (RuntimeException e) {
      LOG.warn("Heartbeat of the event streams failed", e);
    } finally {
      if (!pulse.isShutdown()) {
        beatLater();
      }
    }
  }

  /** Ends every stream; clients come back when they want to. */
  void closeAll() {
    List.copyOf(clients.keySet()).forEach(EventClient::close);
  }

  /** Ends every stream and takes no more. */
  void stop() {
    synchronized (this) {
      stopped = true;
    }
    Future<?> beat = next;
    if (beat != null) {
      beat.cancel(false);
    }
    pulse.shutdownNow();
    closeAll();
  }

  /** Notices that a connection has ended. */
  private static final class EndListener implements AsyncListener {
    private final EventClient client;

    EndListener(EventClient client) {
      this.client = client;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      client.close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      client.close();
    }

    @Override
    public void onError(AsyncEvent event) {
      client.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // A stream is started once.
    }
  }
}
