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
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Follows trends: goes long when the fast average crosses above the slow one, short when it crosses
 * below. Each configuration of the factory is a strategy of its own. Changed settings take effect
 * by stop and start: the averages fill anew, open orders are looked after as before.
 */
@Component(
    service = Strategy.class,
    configurationPid = MomentumStrategy.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MomentumConfig.class, factory = true)
public final class MomentumStrategy implements Strategy {

  static final String PID = "io.headgate.strategies.momentum";

  /** Name and account while there are no settings yet. */
  private final String provisionalName;

  private final String provisionalAccount;
  private final SettingsInForce<MomentumSettings> settings;
  private Set<InstrumentId> subscriptions = Set.of();
  private final Map<InstrumentId, Leg> legs = new HashMap<>();
  private final Map<ClOrdId, Leg> orders = new HashMap<>();

  /** With a wrong configuration too: it is then shown with the reason, and cannot start. */
  @Activate
  public MomentumStrategy(MomentumConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    this.provisionalName = file.nameOr("name");
    this.provisionalAccount = config.account();
    this.settings = SettingsInForce.tried(() -> MomentumSettings.of(config, file));
  }

  MomentumStrategy(MomentumSettings settings) {
    this.provisionalName = settings.name();
    this.provisionalAccount = settings.account();
    this.settings = SettingsInForce.of(settings);
  }

  /**
   * Takes a changed configuration if it is right; the engine then stops and starts the strategy.
   */
  @Modified
  void modified(MomentumConfig config, Map<String, Object> properties) {
    settings.change(() -> MomentumSettings.of(config, new ConfigFile(PID, properties)));
  }

  @Override
  public String name() {
    return settings.isUsable() ? settings.now().name() : provisionalName;
  }

  @Override
  public String account() {
    return settings.isUsable() ? settings.now().account() : provisionalAccount;
  }

  @Override
  public Health health() {
    return settings.health();
  }

  @Override
  public long generation() {
    return settings.generation();
  }

  @Override
  public Set<InstrumentId> subscriptions() {
    return subscriptions;
  }

  @Override
  public void start(StrategyContext context) {
    MomentumSettings running = settings.now();
    subscriptions = running.instruments();
    legs.clear();
    orders.clear();
    for (InstrumentId id : running.instruments()) {
      legs.put(id, new Leg(running, context.instrument(id), context));
    }
    for (Order order : context.openOrders()) {
      Leg leg = legs.get(order.request().instrument());
      if (leg != null) {
        leg.adopt(order);
        orders.put(order.id(), leg);
      } else {
        // Left over from other settings: nobody would look after it.
        context.submit(new CancelOrder(order.request().originator(), "", order.id()));
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
  public void onUndecided(OrderIntent intent, String reason) {
    Leg leg = intent instanceof NewOrder order ? legs.get(order.instrument()) : null;
    if (leg != null) {
      leg.onUndecided();
    }
  }

  @Override
  public void onExecution(Order order, ExecutionReport report) {
    Leg leg = legOf(order);
    if (leg != null) {
      leg.onExecution(order, report);
    }
  }

  @Override
  public void onNotSent(Order order, String reason) {
    Leg leg = legOf(order);
    if (leg != null) {
      leg.onNotSent(order);
    }
  }

  /** The leg of an order, which forgets the order if it has ended. */
  private @Nullable Leg legOf(Order order) {
    return order.status().isTerminal() ? orders.remove(order.id()) : orders.get(order.id());
  }
}
