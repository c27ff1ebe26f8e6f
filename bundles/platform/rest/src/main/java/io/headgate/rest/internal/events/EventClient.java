package io.headgate.rest.internal.events;

import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.NounJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.jspecify.annotations.Nullable;

/**
 * One client of the event stream. Nothing here ever blocks: what the client does not take waits in
 * a bounded queue, whose oldest events are dropped and counted when it is full; the client is told
 * how many it missed as soon as it reads again.
 */
final class EventClient implements WriteListener {

  private static final byte[] HEARTBEAT = bytes(": still here\n\n");

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Set<EventType> types;
  private final int capacity;
  private final LongSupplier monotonicNanos;
  private final Consumer<EventClient> onClosed;

  private final Deque<byte[]> queue = new ArrayDeque<>();
  private long dropped;
  private long missed;
  private long lastProgress;
  private boolean writable;
  private boolean unflushed;
  private boolean closed;

  /**
   * @param capacity events kept at most
   * @param monotonicNanos time for measuring durations
   * @param onClosed told once when it is over
   */
  EventClient(
      AsyncContext context,
      Set<EventType> types,
      int capacity,
      LongSupplier monotonicNanos,
      Consumer<EventClient> onClosed)
      throws IOException {
    this.context = context;
    this.out = context.getResponse().getOutputStream();
    this.types = types;
    this.capacity = capacity;
    this.monotonicNanos = monotonicNanos;
    this.onClosed = onClosed;
    this.lastProgress = monotonicNanos.getAsLong();
    queue.add(bytes("retry: 2000\n: events of this node, from now on\n\n"));
  }

  /** Begins to write. */
  void start() {
    out.setWriteListener(this);
  }

  /** Takes an event, if the client wants its kind. */
  void accept(NodeEvent event) {
    EventType type = EventType.of(event);
    if (types.contains(type)) {
      offer(
          message(
              type.word(),
              NounJson.object(NodeNouns.EVENT.row(event)).getBytes(StandardCharsets.UTF_8)));
    }
  }

  /**
   * Notes how many events were dropped on the way here.
   *
   * @param total since the stream began
   */
  synchronized void missed(long total) {
    dropped += total - missed;
    missed = total;
  }

  /** Tells a silent client that the stream is alive, and finds out whether the client is. */
  void heartbeat(long stalledAfterNanos) {
    boolean stalled;
    synchronized (this) {
      stalled = !queue.isEmpty() && monotonicNanos.getAsLong() - lastProgress > stalledAfterNanos;
    }
    if (stalled) {
      close();
    } else {
      offer(HEARTBEAT);
    }
  }

  private void offer(byte[] message) {
    if (!kept(message)) {
      close();
    }
  }

  private synchronized boolean kept(byte[] message) {
    if (closed) {
      return true;
    }
    if (queue.size() >= capacity) {
      if (message == HEARTBEAT) {
        return true;
      }
      queue.removeFirst();
      dropped++;
    }
    queue.addLast(message);
    return drained();
  }

  @Override
  public void onWritePossible() {
    boolean well;
    synchronized (this) {
      writable = true;
      well = drained();
    }
    // Never with the lock held: ending the subscription may wait for a thread that wants the lock.
    if (!well) {
      close();
    }
  }

  private synchronized boolean drained() {
    try {
      while (writable && !closed && out.isReady()) {
        byte[] next = next();
        if (next != null) {
          out.write(next);
          unflushed = true;
          lastProgress = monotonicNanos.getAsLong();
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          return true;
        }
      }
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private byte @Nullable [] next() {
    if (dropped > 0) {
      byte[] told = message("dropped", bytes("{\"events\":" + dropped + "}"));
      dropped = 0;
      return told;
    }
    return queue.pollFirst();
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }

  /** Ends the stream; the client will come back if it wants to. */
  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      queue.clear();
    }
    try {
      context.complete();
    } catch (IllegalStateException e) {
      // The connection has ended already.
    }
    onClosed.accept(this);
  }

  private static byte[] message(String name, byte[] json) {
    byte[] head = bytes("event: " + name + "\ndata: ");
    byte[] all = new byte[head.length + json.length + 2];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(json, 0, all, head.length, json.length);
    all[all.length - 2] = '\n';
    all[all.length - 1] = '\n';
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
