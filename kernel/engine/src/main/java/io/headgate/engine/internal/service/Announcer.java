package io.headgate.engine.internal.service;

import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.engine.internal.strategy.StrategyHost;
import io.headgate.model.decision.Decision;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.order.OrderEntryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a decision whoever must know of each, and then the one who asked for this one. */
final class Announcer {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final EventPublisher events;
  private final HaltingVerdicts halts;
  private final StrategyHost strategies;

  Announcer(EventPublisher events, HaltingVerdicts halts, StrategyHost strategies) {
    this.events = events;
    this.halts = halts;
    this.strategies = strategies;
  }

  /** What is told of an intent; without a reply the node itself or a strategy asked. */
  OrderIntake.Reply to(OrderIntent intent, OrderIntake.@Nullable Reply reply) {
    return new Told(intent, reply);
  }

  private final class Told implements OrderIntake.Reply {
    private final OrderIntent intent;
    private final OrderIntake.@Nullable Reply reply;

    private Told(OrderIntent intent, OrderIntake.@Nullable Reply reply) {
      this.intent = intent;
      this.reply = reply;
    }

    @Override
    public void decided(Decision decision) {
      halts.decided(decision);
      strategies.decided(decision);
      if (reply != null) {
        reply.decided(decision);
      }
    }

    @Override
    public void durable(Decision decision) {
      events.publish(new NodeEvent.Decided(decision.tsDecided(), decision));
      if (reply != null) {
        reply.durable(decision);
      }
    }

    @Override
    public void repeated(Decision prior) {
      if (reply != null) {
        reply.repeated(prior);
      }
    }

    @Override
    public void failed(OrderEntryException failure) {
      if (reply == null) {
        LOG.warn("an intent from within the node was not decided: {}", failure.getMessage());
        strategies.undecided(intent, String.valueOf(failure.getMessage()));
      } else {
        reply.failed(failure);
      }
    }
  }
}
