package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portfolio of least variance that is long only, fully invested and within its bounds (H.
 * Markowitz, Portfolio Selection, Journal of Finance 7 (1952) 77-91), over a covariance that is
 * shrunk as {@link Covariance} says.
 *
 * <p>Pure: the same problem gives the same weights to the bit, and the order of the assets changes
 * nothing. May be called from any thread.
 */
@Component(service = Optimiser.class, configurationPid = MinimumVarianceConfig.PID)
@Designate(ocd = MinimumVarianceConfig.class)
public final class MinimumVarianceOptimiser implements Optimiser {

  private static final Logger LOG = LoggerFactory.getLogger(MinimumVarianceOptimiser.class);

  private final String name;
  private final SettingsInForce<MinimumVarianceSettings> settings;
  private volatile List<String> told = List.of();

  /** Settings that are wrong leave an optimiser that says so to whoever asks it. */
  @Activate
  public MinimumVarianceOptimiser(MinimumVarianceConfig config, Map<String, Object> properties) {
    this.settings = SettingsInForce.tried(() -> MinimumVarianceSettings.of(config, properties));
    this.name = settings.isUsable() ? settings.now().name() : "minimum-variance";
  }

  MinimumVarianceOptimiser(MinimumVarianceSettings settings) {
    this.settings = SettingsInForce.of(settings);
    this.name = settings.name();
  }

  /** Takes changed settings for the next problem; wrong ones change nothing. */
  @Modified
  void modified(MinimumVarianceConfig config, Map<String, Object> properties) {
    boolean ignored = settings.change(() -> MinimumVarianceSettings.of(config, properties));
  }

  @Override
  public String name() {
    return name;
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
  public TargetPortfolio optimise(PortfolioProblem problem) {
    if (!settings.isUsable()) {
      return TargetPortfolio.none(Outcome.FAILED, settings.health().reason());
    }
    MinimumVarianceSettings now = settings.now();
    try {
      Question question = new Question(problem, now);
      new Feasibility(question).check(now.minReturn());
      Covariance covariance = new Covariance(question, now);
      double[] weights = new Program(question, covariance, now.minReturn()).solve();
      Map<InstrumentId, Double> target = new HashMap<>();
      for (int i = 0; i < weights.length; i++) {
        target.put(question.id(i), weights[i]);
      }
      tell(covariance.notes());
      return new TargetPortfolio(target, Outcome.SOLVED, "", covariance.notes());
    } catch (Unsolvable e) {
      return e.answer();
    } catch (ArithmeticException | IllegalStateException e) {
      return TargetPortfolio.none(Outcome.FAILED, "the solver failed: " + e);
    }
  }

  /** Logs what was done to the data when it is something else than the last time. */
  private void tell(List<String> notes) {
    List<String> kinds = notes.stream().map(note -> note.replaceAll("[0-9.e-]+", "#")).toList();
    if (!kinds.equals(told)) {
      told = kinds;
      notes.forEach(note -> LOG.info("optimiser {}: {}", name, note));
    }
  }
}
