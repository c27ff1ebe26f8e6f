package io.headgate.strategies.momentum.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Follows trends: goes long when the fast average crosses above the slow one, short when it crosses
 * below. Each configuration of the factory is a strategy of its own.
 */
@Component(
    service = Strategy.class,
    configurationPid = "io.headgate.strategies.momentum",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MomentumConfig.class, factory = true)
public final class MomentumStrategy implements Strategy {

  private final MomentumSettings settings;
  private final Map<InstrumentId, Leg> legs = new HashMap<>();
  private final Map<ClOrdId, Leg> orders = new HashMap<>();

  /**
   * @throws IllegalArgumentException if the configuration is out of range; the message names file,
   *     key, value and range
   */
  @Activate
  public MomentumStrategy(MomentumConfig config, Map<String, Object> properties) {
    this(MomentumSettings.of(config, properties));
  }

  MomentumStrategy(MomentumSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public String account() {
    return settings.account();
  }

  @Override
  public Set<InstrumentId> subscriptions() {
    return settings.instruments();
  }

  @Override
  public void start(StrategyContext context) {
    legs.clear();
    orders.clear();
    for (InstrumentId id : settings.instruments()) {
      legs.put(id, new Leg(settings, context.instrument(id), context));
    }
    for (Order order : context.openOrders()) {
      Leg leg = legs.get(order.request().instrument());
      if (leg != null) {
        leg.adopt(order);
        orders.put(order.id(), leg);
      }
    }
  }

  @Override
  public void stop() {
    legs.values().forEach(Leg::stop);
    legs.clear();
    orders.clear();
  }

  @Override
  public void onQuote(Quote quote) {
    Leg leg = legs.get(quote.instrument());
    if (leg != null) {
      leg.onQuote(quote);
    }
  }

  @Override
  public void onBar(Bar bar) {
    Leg leg = legs.get(bar.instrument());
    if (leg != null) {
      leg.onBar(bar);
    }
  }

  @Override
  public void onDecision(Decision decision) {
    Leg leg = null;
    if (decision.intent() instanceof NewOrder order) {
      leg = legs.get(order.instrument());
      if (leg != null && decision.accepted()) {
        orders.put(decision.clOrdId(), leg);
      }
    } else if (decision.intent() instanceof CancelOrder cancel) {
      leg =
          decision.accepted()
              ? orders.get(cancel.origClOrdId())
              : orders.remove(cancel.origClOrdId());
    }
    if (leg != null) {
      leg.onDecision(decision);
    }
  }

  @Override
  public void onExecution(Order order, ExecutionReport report) {
    Leg leg = order.status().isTerminal() ? orders.remove(order.id()) : orders.get(order.id());
    if (leg != null) {
      leg.onExecution(order, report);
    }
  }
}
