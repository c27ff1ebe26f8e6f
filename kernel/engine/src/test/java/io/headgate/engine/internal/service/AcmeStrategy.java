package io.headgate.engine.internal.service;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A strategy of ACC1 that hears of ACME and does nothing; what tests need comes on top. */
class AcmeStrategy implements Strategy {

  static final InstrumentId ACME = FakeReferenceData.ACME.id();

  private volatile String name;
  private volatile @Nullable StrategyContext context;

  AcmeStrategy(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  final void rename(String newName) {
    name = newName;
  }

  @Override
  public final String account() {
    return "ACC1";
  }

  @Override
  public final Set<InstrumentId> subscriptions() {
    return Set.of(ACME);
  }

  @Override
  public void start(StrategyContext newContext) {
    context = newContext;
  }

  final boolean hasStarted() {
    return context != null;
  }

  /** What it was started with. */
  final StrategyContext context() {
    return Objects.requireNonNull(context, "it has not been started");
  }
}
