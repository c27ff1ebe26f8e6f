package io.headgate.testkit.fake;

import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.event.NodeEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps every event and passes it to subscribers on the publisher's thread; drops nothing. */
public final class RecordingEvents implements EventPublisher, EventStream {

  private final List<NodeEvent> events = new CopyOnWriteArrayList<>();
  private final List<Consumer<NodeEvent>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public void publish(NodeEvent event) {
    events.add(event);
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public Subscription subscribe(String name, int capacity, Consumer<NodeEvent> listener) {
    listeners.add(listener);
    return new Subscription() {
      @Override
      public long dropped() {
        return 0;
      }

      @Override
      public void close() {
        listeners.remove(listener);
      }
    };
  }

  /** Everything published so far, in order. */
  public List<NodeEvent> events() {
    return List.copyOf(events);
  }

  /** Everything of one type, in order. */
  public <T extends NodeEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
