package io.headgate.strategies.scoredmomentum.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.strategy.OrderDesk;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Takes the positions that a scorer's fresh scores ask for: long from {@code enterScore}, short
 * from its negative, flat where the score no longer supports the position.
 */
@Component(
    service = Strategy.class,
    configurationPid = ScoredMomentumSettings.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ScoredMomentumConfig.class, factory = true)
public final class ScoredMomentumStrategy implements Strategy {

  /** So many questions in a row without a score are worth telling. */
  private static final long TELL_AFTER = 20;

  /** Name and account while there are no settings yet. */
  private final String provisionalName;

  private final String provisionalAccount;
  private final SettingsInForce<ScoredMomentumSettings> settings;
  private Set<InstrumentId> subscriptions = Set.of();
  private final Map<InstrumentId, Leg> legs = new TreeMap<>();
  private @Nullable OrderDesk desk;
  private volatile String trouble = "";

  /** With a wrong configuration too: it is then shown with the reason, and cannot start. */
  @Activate
  public ScoredMomentumStrategy(ScoredMomentumConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(ScoredMomentumSettings.PID, properties);
    this.provisionalName = file.nameOr("name");
    this.provisionalAccount = config.account();
    this.settings = SettingsInForce.tried(() -> ScoredMomentumSettings.of(config, properties));
  }

  ScoredMomentumStrategy(ScoredMomentumSettings first) {
    this.provisionalName = first.name();
    this.provisionalAccount = first.account();
    this.settings = SettingsInForce.of(first);
  }

  /**
   * Takes a changed configuration if it is right; the engine then stops and starts the strategy.
   */
  @Modified
  void modified(ScoredMomentumConfig config, Map<String, Object> properties) {
    settings.change(() -> ScoredMomentumSettings.of(config, properties));
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
  public long generation() {
    return settings.generation();
  }

  @Override
  public Health health() {
    Health configured = settings.health();
    if (configured.state() != Health.State.UP) {
      return configured;
    }
    String now = trouble;
    return now.isEmpty() ? Health.UP : Health.degraded(now);
  }

  @Override
  public Set<InstrumentId> subscriptions() {
    return subscriptions;
  }

  @Override
  public void start(StrategyContext context) {
    legs.clear();
    trouble = "";
    ScoredMomentumSettings now = settings.now();
    subscriptions = now.instruments();
    ScoredMomentumSettings.Timing timing = now.timing();
    OrderDesk orders = new OrderDesk(this, context, timing.orderTtlNanos(), timing.backoffNanos());
    for (InstrumentId id : now.instruments()) {
      legs.put(id, new Leg(now, context.instrument(id), context, orders));
    }
    desk = orders;
  }

  @Override
  public void stop() {
    legs.clear();
    OrderDesk orders = desk;
    if (orders != null) {
      orders.stop();
      desk = null;
    }
  }

  @Override
  public void onQuote(Quote quote) {
    Leg leg = legs.get(quote.instrument());
    if (leg != null) {
      leg.onQuote(quote);
    }
  }

  @Override
  public void onScore(ScoreAnswer answer) {
    Leg leg = legs.get(answer.instrument());
    if (leg == null) {
      return;
    }
    boolean told = leg.unanswered() >= TELL_AFTER;
    leg.onScore(answer);
    if (told || leg.unanswered() >= TELL_AFTER) {
      trouble = troubles();
    }
  }

  private String troubles() {
    StringBuilder all = new StringBuilder();
    legs.forEach(
        (id, leg) -> {
          if (leg.unanswered() >= TELL_AFTER && all.length() < 500) {
            all.append(all.isEmpty() ? "" : "; ")
                .append(
                    "%s: %d questions without a fresh score, %s"
                        .formatted(id, leg.unanswered(), leg.trouble()));
          }
        });
    return all.toString();
  }

  @Override
  public void onDecision(Decision decision) {
    OrderDesk orders = desk;
    if (orders != null) {
      orders.onDecision(decision);
    }
  }

  @Override
  public void onUndecided(OrderIntent intent, String reason) {
    OrderDesk orders = desk;
    if (orders != null) {
      orders.onUndecided(intent);
    }
  }

  @Override
  public void onExecution(Order order, ExecutionReport report) {
    OrderDesk orders = desk;
    if (orders != null) {
      orders.onExecution(order, report);
    }
  }

  @Override
  public void onNotSent(Order order, String reason) {
    OrderDesk orders = desk;
    if (orders != null) {
      orders.onNotSent(order);
    }
  }
}
