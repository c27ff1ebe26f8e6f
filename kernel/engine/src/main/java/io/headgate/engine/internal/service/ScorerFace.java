package io.headgate.engine.internal.service;

import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.scorer.ScorerControl;
import io.headgate.spi.scorer.ScorerStatus;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scorers to look at. A scorer that does not serve degrades the node: orders do not need it. */
@Component(service = {ScorerControl.class, HealthCheck.class})
public final class ScorerFace implements ScorerControl, HealthCheck {

  private final Engine engine;

  /** Shows a running engine. */
  @Activate
  public ScorerFace(@Reference EngineHandle handle) {
    this(handle.engine());
  }

  ScorerFace(Engine engine) {
    this.engine = engine;
  }

  @Override
  public List<ScorerStatus> list() {
    return engine.ask(state -> engine.advice().scorers());
  }

  @Override
  public ScorerStatus scorer(String name) {
    List<ScorerStatus> all = list();
    return all.stream()
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no scorer '%s'; there are %s"
                        .formatted(name, all.stream().map(ScorerStatus::name).toList())));
  }

  @Override
  public String name() {
    return "scorers";
  }

  @Override
  public Health check() {
    String unwell = engine.advice().unwellScorers();
    return unwell.isEmpty() ? Health.UP : Health.degraded(unwell);
  }
}
