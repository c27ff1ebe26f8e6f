package io.headgate.strategies.meanreversion.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.strategy.OrderDesk;
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
 * Buys what is far below its mean and sells what is far above it, until it is back. Each
 * configuration of the factory is a strategy of its own.
 */
@Component(
    service = Strategy.class,
    configurationPid = MeanReversionSettings.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MeanReversionConfig.class, factory = true)
public final class MeanReversionStrategy implements Strategy {

  private final SettingsInForce<MeanReversionSettings> settings;
  private final String nameOfFile;
  private final Map<InstrumentId, Leg> legs = new HashMap<>();
  private @Nullable OrderDesk desk;

  /** Settings that are wrong leave a strategy that is shown and cannot start. */
  @Activate
  public MeanReversionStrategy(MeanReversionConfig config, Map<String, Object> properties) {
    this.settings = SettingsInForce.tried(() -> MeanReversionSettings.of(config, properties));
    this.nameOfFile = new ConfigFile(MeanReversionSettings.PID, properties).nameOr("name");
  }

  MeanReversionStrategy(MeanReversionSettings settings) {
    this.settings = SettingsInForce.of(settings);
    this.nameOfFile = settings.name();
  }

  /** Takes changed settings for the next start; wrong ones change nothing. */
  @Modified
  void modified(MeanReversionConfig config, Map<String, Object> properties) {
    boolean ignored = settings.change(() -> MeanReversionSettings.of(config, properties));
  }

  @Override
  public String name() {
    return settings.isUsable() ? settings.now().name() : nameOfFile;
  }

  @Override
  public String account() {
    return settings.isUsable() ? settings.now().account() : "";
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
    return settings.now().instruments();
  }

  @Override
  public void start(StrategyContext context) {
    MeanReversionSettings now = settings.now();
    OrderDesk fresh = new OrderDesk(this, context, now.orderTtlNanos(), now.backoffNanos());
    legs.clear();
    for (InstrumentId id : now.instruments()) {
      legs.put(id, new Leg(now, context.instrument(id), context, fresh));
    }
    desk = fresh;
  }

  @Override
  public void stop() {
    if (desk != null) {
      desk.stop();
      desk = null;
    }
    legs.clear();
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
    denied(desk == null ? null : desk.onDecision(decision));
  }

  @Override
  public void onUndecided(OrderIntent intent, String reason) {
    denied(desk == null ? null : desk.onUndecided(intent));
  }

  private void denied(@Nullable NewOrder denied) {
    Leg leg = denied == null ? null : legs.get(denied.instrument());
    if (denied != null && leg != null) {
      leg.denied(denied);
    }
  }

  @Override
  public void onExecution(Order order, ExecutionReport report) {
    if (desk != null) {
      desk.onExecution(order, report);
    }
  }

  @Override
  public void onNotSent(Order order, String reason) {
    if (desk != null) {
      desk.onNotSent(order);
    }
  }
}
