package io.headgate.engine.internal.advice;

import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question on its way through a worker, or inline in a replay, and back to the loop. */
final class Inquiry<R> implements Worker.Task {

  private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

  private final EventLoop loop;
  private final Clock machine;
  private final Ticket<R> ticket;
  private final Callable<R> question;

  /**
   * @param machine measures durations
   */
  Inquiry(EventLoop loop, Clock machine, Ticket<R> ticket, Callable<R> question) {
    this.loop = loop;
    this.machine = machine;
    this.ticket = ticket;
    this.question = question;
  }

  /** Works it out here and now, in the loop. */
  void runInline() {
    if (ticket.isOpen()) {
      answer().run();
    }
  }

  /** Works it out on a worker; a request that is stale by now is left alone. */
  @Override
  public void run() {
    if (!ticket.isOpen()) {
      return;
    }
    long begin = machine.monotonicNanos();
    Runnable answer = answer();
    long took = machine.monotonicNanos() - begin;
    tell(
        () -> {
          ticket.adviser().tally().took(took);
          if (loop.clock().epochNanos() > ticket.deadline()) {
            ticket.stale();
          } else {
            answer.run();
          }
        });
  }

  // Whatever a plug-in throws, errors included, is its own failure and not the worker's.
  private Runnable answer() {
    try {
      R result = question.call();
      return () -> ticket.fresh(result);
    } catch (NoAnswerException none) {
      return () -> ticket.unavailable(none.reason(), none.why());
    } catch (Throwable failure) {
      String name = ticket.adviser().name();
      LOG.debug("{} failed", name, failure);
      String message = "%s failed: %s; see its health and the log".formatted(name, failure);
      return () -> ticket.unavailable(AnswerReason.FAILED, message);
    }
  }

  @Override
  public void dropped() {
    tell(() -> ticket.unavailable(AnswerReason.REMOVED, "removed while the request waited"));
  }

  // A worker that is being closed is interrupted, and its last answer still has to go out.
  private void tell(Runnable task) {
    boolean interrupted = Thread.interrupted();
    try {
      loop.urgent(task);
    } catch (IllegalStateException stopped) {
      LOG.debug("an answer came after the order loop had ended", stopped);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
