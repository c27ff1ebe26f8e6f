package io.headgate.engine.internal.service;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.model.order.ClOrdId;
import io.headgate.spi.override.OrderOverrides;
import io.headgate.spi.override.OverrideGrant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Overrides of rules for single orders. */
@Component(service = OrderOverrides.class)
public final class OverrideFace implements OrderOverrides {

  private final Engine engine;

  /** Shows a running engine. */
  @Activate
  public OverrideFace(@Reference EngineHandle handle) {
    this(handle.engine());
  }

  OverrideFace(Engine engine) {
    this.engine = engine;
  }

  @Override
  public List<OverrideGrant> grants() {
    return engine.ask(state -> state.overrides().all(engine.now()));
  }

  @Override
  public OverrideGrant grant(ClOrdId order, String who, String why, int minutes) {
    return inLoop(
        state ->
            state
                .overrides()
                .grant(state.decisions().find(order), who, why, minutes, engine.now()));
  }

  @Override
  public OverrideGrant revoke(ClOrdId order, String who) {
    return inLoop(state -> state.overrides().revoke(order, who, engine.now()));
  }

  /** What the loop refuses is told as it was said there. */
  private OverrideGrant inLoop(Function<EngineState, OverrideGrant> act) {
    try {
      return engine.ask(act);
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof IllegalStateException) {
        throw (RuntimeException) e.getCause();
      }
      throw e;
    }
  }
}
