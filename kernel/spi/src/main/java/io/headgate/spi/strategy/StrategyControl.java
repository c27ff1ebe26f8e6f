package io.headgate.spi.strategy;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Strategies as ops see and control them. */
@ProviderType
public interface StrategyControl {

  /** All strategies of this node, by name. */
  List<StrategyStatus> list();

  /**
   * Starts a stopped or failed strategy.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists the names
   */
  void start(String name);

  /**
   * Stops a strategy; its open orders stay open and stay the engine's.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists the names
   */
  void stop(String name);
}
