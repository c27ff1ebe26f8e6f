package io.headgate.engine.internal.service;

import io.headgate.spi.optimiser.OptimiserControl;
import io.headgate.spi.optimiser.OptimiserStatus;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Optimisers to look at. */
@Component(service = OptimiserControl.class)
public final class OptimiserFace implements OptimiserControl {

  private final Engine engine;

  /** Shows a running engine. */
  @Activate
  public OptimiserFace(@Reference EngineHandle handle) {
    this(handle.engine());
  }

  OptimiserFace(Engine engine) {
    this.engine = engine;
  }

  @Override
  public List<OptimiserStatus> list() {
    return engine.ask(state -> engine.advice().optimisers());
  }
}
