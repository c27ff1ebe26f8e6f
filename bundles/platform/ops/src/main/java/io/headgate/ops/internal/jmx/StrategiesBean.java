package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.strategy.StrategyControl;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Strategies. */
@Component(
    service = {},
    immediate = true)
public final class StrategiesBean extends Registration implements StrategiesMXBean {

  private final StrategyControl strategies;

  /** Registers the bean. */
  @Activate
  public StrategiesBean(@Reference StrategyControl strategies) {
    super("Strategies");
    this.strategies = strategies;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public List<Map<String, String>> getStrategies() {
    return Running.strategies(strategies.list()).rows();
  }

  @Override
  public void start(String name) {
    strategies.start(name);
  }

  @Override
  public void stop(String name) {
    strategies.stop(name);
  }
}
