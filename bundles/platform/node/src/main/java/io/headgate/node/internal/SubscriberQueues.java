package io.headgate.node.internal;

import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.event.NodeEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The event stream: each subscriber has a bounded queue and a thread; publishing never waits. */
@Component(
    service = {EventStream.class, EventPublisher.class},
    immediate = true)
public final class SubscriberQueues implements EventStream, EventPublisher {

  private static final int MAX_CAPACITY = 65_536;
  private static final long STOP_MILLIS = 2_000;

  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private boolean stopped;

  @Activate
  public SubscriberQueues() {}

  @Override
  public void publish(NodeEvent event) {
    for (Subscriber subscriber : subscribers) {
      subscriber.offer(event);
    }
  }

  @Override
  public synchronized Subscription subscribe(
      String name, int capacity, Consumer<NodeEvent> listener) {
    if (capacity < 1 || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "capacity of subscriber '%s' is %d, expected 1 to %d"
              .formatted(name, capacity, MAX_CAPACITY));
    }
    if (stopped) {
      throw new IllegalStateException("the event stream has stopped; the node is going down");
    }
    Subscriber subscriber = new Subscriber(name, capacity, listener, subscribers::remove);
    subscribers.add(subscriber);
    subscriber.begin();
    return subscriber;
  }

  /** Subscribers at this moment. */
  int size() {
    return subscribers.size();
  }

  @Deactivate
  void stop() {
    List<Subscriber> last;
    synchronized (this) {
      stopped = true;
      last = List.copyOf(subscribers);
    }
    last.forEach(Subscriber::close);
    long deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
    for (Subscriber subscriber : last) {
      subscriber.awaitEnd(deadline);
    }
  }
}
