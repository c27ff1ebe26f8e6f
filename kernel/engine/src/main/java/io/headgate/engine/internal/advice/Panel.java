package io.headgate.engine.internal.advice;

import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The advisers of one kind, by name. Live, each answers on a worker of its own; in a replay it
 * answers in the loop, at the time of the event that asked. Confined to the loop, but for {@link
 * #all}.
 */
final class Panel<P extends Plugin> {

  private final String kind;
  private final EventLoop loop;
  private final @Nullable Clock machine;
  private final Alarms alarms;
  private final ConcurrentSkipListMap<String, Adviser<P>> advisers = new ConcurrentSkipListMap<>();

  /**
   * @param kind {@code scorer} or {@code optimiser}
   * @param machine measures durations on the workers; null in a replay, which has none
   */
  Panel(String kind, EventLoop loop, @Nullable Clock machine, Alarms alarms) {
    this.kind = kind;
    this.loop = loop;
    this.machine = machine;
    this.alarms = alarms;
  }

  /** Adds a plug-in; answers the one of the same name that it replaces. */
  @Nullable Adviser<P> add(P plugin) {
    String name = plugin.name();
    Worker worker = new Worker("headgate-" + kind + "-" + name);
    return advisers.put(name, new Adviser<>(plugin, worker, new Tally(kind, name, alarms)));
  }

  /** Takes a plug-in out; null if another has taken its name. */
  @Nullable Adviser<P> remove(P plugin) {
    for (Adviser<P> adviser : advisers.values()) {
      if (adviser.plugin() == plugin) {
        advisers.remove(adviser.name());
        adviser.tally().removed();
        return adviser;
      }
    }
    return null;
  }

  @Nullable Adviser<P> find(String name) {
    return advisers.get(name);
  }

  /** All of them, by name; safe from every thread. */
  Collection<Adviser<P>> all() {
    return advisers.values();
  }

  String missing(String name) {
    return advisers.isEmpty()
        ? "no %s '%s'; there is none at all".formatted(kind, name)
        : "no %s '%s'; there are %s".formatted(kind, name, List.copyOf(advisers.keySet()));
  }

  /** Puts a question; the ticket gets its one answer after the present task of the loop. */
  <R> void put(Ticket<R> ticket, Callable<R> question) {
    if (loop.clock().epochNanos() > ticket.deadline()) {
      loop.urgent(ticket::stale);
    } else if (machine == null) {
      loop.urgent(new Inquiry<>(loop, loop.clock(), ticket, question)::runInline);
    } else {
      ticket.timer(loop.timers().schedule(ticket.deadline(), ticket::stale));
      if (!ticket.adviser().worker().offer(new Inquiry<>(loop, machine, ticket, question))) {
        refuse(ticket);
      }
    }
  }

  private void refuse(Ticket<?> ticket) {
    String message =
        "%d requests wait for %s already; ask it less often"
            .formatted(Worker.CAPACITY, ticket.adviser().name());
    loop.urgent(() -> ticket.unavailable(AnswerReason.QUEUE_FULL, message));
  }
}
