package io.headgate.strategies.rebalance.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.strategy.OrderDesk;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.strategy.TargetAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Holds an account at the target weights of an optimiser. Where an answer is late, missing or
 * wrong, it leaves the portfolio as it is, and its health says so.
 */
@Component(
    service = Strategy.class,
    configurationPid = RebalanceSettings.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RebalanceConfig.class, factory = true)
public final class RebalanceStrategy implements Strategy {

  private final SettingsInForce<RebalanceSettings> settings;
  private final String nameOfFile;
  private volatile Health advised = Health.UP;
  private @Nullable Desk desk;

  /** Settings that are wrong leave a strategy that is shown and cannot start. */
  @Activate
  public RebalanceStrategy(RebalanceConfig config, Map<String, Object> properties) {
    this.settings = SettingsInForce.tried(() -> RebalanceSettings.of(config, properties));
    this.nameOfFile = new ConfigFile(RebalanceSettings.PID, properties).nameOr("name");
  }

  RebalanceStrategy(RebalanceSettings settings) {
    this.settings = SettingsInForce.of(settings);
    this.nameOfFile = settings.name();
  }

  /** What there is between a start and the next stop. */
  private final class Desk {
    private final RebalanceSettings now;
    private final StrategyContext context;
    private final OrderDesk orders;
    private final Portfolio portfolio;
    private final Ticker samples;
    private final Ticker questions;
    private boolean waits;

    Desk(RebalanceSettings now, StrategyContext context) {
      this.now = now;
      this.context = context;
      this.orders =
          new OrderDesk(
              RebalanceStrategy.this,
              context,
              now.orders().ttlNanos(),
              now.orders().backoffNanos());
      this.portfolio = new Portfolio(now, context, orders);
      this.samples = new Ticker(context, now.question().sampleNanos(), portfolio::sample);
      this.questions = new Ticker(context, now.question().intervalNanos(), this::ask);
    }

    void start() {
      samples.start();
      questions.start();
    }

    void stop() {
      samples.stop();
      questions.stop();
      orders.stop();
    }

    private void ask() {
      if (waits) {
        return;
      }
      PortfolioProblem problem = portfolio.problem();
      if (problem == null) {
        List<InstrumentId> unpriced = portfolio.unpriced();
        // Before the market has begun there is nothing to say.
        if (!unpriced.isEmpty() && unpriced.size() < now.instruments().size()) {
          advised =
              Health.degraded(
                  "waits for a first price of %s; look at the feed, or leave them out"
                      .formatted(unpriced));
        }
        return;
      }
      long deadline = context.clock().epochNanos() + now.question().deadlineNanos();
      waits = true;
      long ignored = context.requestTargets(now.question().optimiser(), problem, deadline);
    }

    void answered(TargetAnswer answer) {
      waits = false;
      String why =
          answer.isFresh()
              ? portfolio.aim(answer.weights())
              : "%s, %s: %s".formatted(answer.state(), answer.reason(), answer.message());
      advised =
          why.isEmpty()
              ? Health.UP
              : Health.degraded(
                  "the portfolio is left as it is, optimiser %s gave no weights to act on: %s"
                      .formatted(now.question().optimiser(), why));
      if (why.isEmpty()) {
        portfolio.trade();
      }
    }
  }

  /** Takes changed settings for the next start; wrong ones change nothing. */
  @Modified
  void modified(RebalanceConfig config, Map<String, Object> properties) {
    boolean ignored = settings.change(() -> RebalanceSettings.of(config, properties));
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
    Health configured = settings.health();
    return configured.state() == Health.State.UP ? advised : configured;
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
    Desk fresh = new Desk(settings.now(), context);
    advised = Health.UP;
    desk = fresh;
    fresh.start();
  }

  @Override
  public void stop() {
    if (desk != null) {
      desk.stop();
      desk = null;
    }
    advised = Health.UP;
  }

  @Override
  public void onQuote(Quote quote) {
    Holding holding = desk == null ? null : desk.portfolio.holding(quote.instrument());
    if (desk != null && holding != null) {
      holding.onQuote(quote);
      tradeIfDue(desk, holding);
    }
  }

  @Override
  public void onBar(Bar bar) {
    Holding holding = desk == null ? null : desk.portfolio.holding(bar.instrument());
    if (desk != null && holding != null) {
      holding.onBar(bar);
      tradeIfDue(desk, holding);
    }
  }

  private static void tradeIfDue(Desk desk, Holding holding) {
    if (holding.due() != 0) {
      desk.portfolio.trade();
    }
  }

  @Override
  public void onTargets(TargetAnswer answer) {
    if (desk != null) {
      desk.answered(answer);
    }
  }

  @Override
  public void onDecision(Decision decision) {
    denied(desk == null ? null : desk.orders.onDecision(decision));
  }

  @Override
  public void onUndecided(OrderIntent intent, String reason) {
    denied(desk == null ? null : desk.orders.onUndecided(intent));
  }

  private void denied(@Nullable NewOrder denied) {
    Holding holding =
        desk == null || denied == null ? null : desk.portfolio.holding(denied.instrument());
    if (holding != null) {
      holding.denied();
    }
  }

  @Override
  public void onExecution(Order order, ExecutionReport report) {
    if (desk != null) {
      desk.orders.onExecution(order, report);
    }
  }

  @Override
  public void onNotSent(Order order, String reason) {
    if (desk != null) {
      desk.orders.onNotSent(order);
    }
  }
}
