package io.headgate.scorers.tribuo.internal;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.scorer.ModelInForce;
import io.headgate.spi.scorer.ModelWatch;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a classifier of the next move: the probability of up less that of down. A changed model
 * file takes its place without a pause; a bad one is refused and the model before goes on. In a
 * replay the model stays the one that it began with, so that the same input gives the same scores.
 */
@Component(
    service = Scorer.class,
    configurationPid = TribuoSettings.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TribuoConfig.class, factory = true)
public final class TribuoScorer implements Scorer {

  private static final Logger LOG = LoggerFactory.getLogger(TribuoScorer.class);

  private final boolean live;
  private final String name;
  private final SettingsInForce<TribuoSettings> settings;
  private volatile @Nullable ModelInForce<TribuoModel> model;
  private @Nullable ModelWatch watch;

  /**
   * Reads the model; without one, or with a wrong configuration, it says so in its health, and
   * scores nothing.
   */
  @Activate
  public TribuoScorer(
      @Reference NodeInfo node, TribuoConfig config, Map<String, Object> properties) {
    live = node.mode() == NodeInfo.Mode.LIVE;
    name = new ConfigFile(TribuoSettings.PID, properties).nameOr("name");
    settings = SettingsInForce.tried(() -> TribuoSettings.of(config, properties));
    if (settings.isUsable()) {
      serve(read(settings.now()));
    }
  }

  private ModelInForce<TribuoModel> read(TribuoSettings wanted) {
    ModelInForce<TribuoModel> next =
        new ModelInForce<>(List.of(wanted.modelFile()), () -> ModelFile.read(wanted.modelFile()));
    look(next);
    return next;
  }

  private void serve(ModelInForce<TribuoModel> next) {
    model = next;
    if (live) {
      watch =
          new ModelWatch("headgate-model-" + name, settings.now().checkMillis(), () -> look(next));
    }
  }

  private static String id(ModelInForce<TribuoModel> models) {
    TribuoModel model = models.model();
    return model == null ? "" : model.id();
  }

  private void look(ModelInForce<TribuoModel> models) {
    String before = id(models);
    Health health = models.health();
    var unused = models.look();
    String now = id(models);
    if (!now.equals(before)) {
      LOG.info("scorer {} serves model {}", name, now);
    } else if (!models.health().equals(health)) {
      LOG.warn("scorer {}: {}", name, models.health().reason());
    }
  }

  /**
   * Takes a changed file name or interval; a wrong one changes nothing, and neither does a file
   * without a model in it while another model serves.
   */
  @Modified
  void modified(TribuoConfig config, Map<String, Object> properties) {
    ModelInForce<TribuoModel> next = candidate(config, properties);
    if (settings.change(() -> wanted(config, properties, next)) && next != null) {
      stopWatch();
      serve(next);
    }
  }

  /** The model that changed settings name; null if they are wrong. */
  private @Nullable ModelInForce<TribuoModel> candidate(
      TribuoConfig config, Map<String, Object> properties) {
    try {
      return read(keepName(TribuoSettings.of(config, properties)));
    } catch (IllegalArgumentException e) {
      // The settings are read again where their fault is told.
      return null;
    }
  }

  private TribuoSettings wanted(
      TribuoConfig config,
      Map<String, Object> properties,
      @Nullable ModelInForce<TribuoModel> next) {
    TribuoSettings wanted = keepName(TribuoSettings.of(config, properties));
    if (next != null && next.model() == null && inUse() != null) {
      throw new ConfigFile(TribuoSettings.PID, properties)
          .wrong("modelFile", "a model: " + next.health().reason());
    }
    return wanted;
  }

  private TribuoSettings keepName(TribuoSettings changed) {
    if (!changed.name().equals(name)) {
      throw new IllegalArgumentException(
          "name is '%s', expected '%s' for as long as it runs; for another name remove the file and save it anew"
              .formatted(changed.name(), name));
    }
    return changed;
  }

  @Deactivate
  void stop() {
    stopWatch();
  }

  private void stopWatch() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /** Looks at the file now, as its watch does by the clock. */
  void look() {
    look(serving());
  }

  private ModelInForce<TribuoModel> serving() {
    ModelInForce<TribuoModel> serving = model;
    if (serving == null) {
      throw new IllegalStateException(settings.health().reason());
    }
    return serving;
  }

  private @Nullable TribuoModel inUse() {
    ModelInForce<TribuoModel> serving = model;
    return serving == null ? null : serving.model();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return "tribuo";
  }

  @Override
  public long generation() {
    return settings.generation();
  }

  @Override
  public Health health() {
    Health configured = settings.health();
    ModelInForce<TribuoModel> serving = model;
    return configured.state() == Health.State.UP && serving != null ? serving.health() : configured;
  }

  @Override
  public List<String> features() {
    return serving().required().features();
  }

  @Override
  public String modelId() {
    TribuoModel now = inUse();
    return now == null ? "" : now.id();
  }

  @Override
  public Map<String, String> provenance() {
    TribuoModel now = inUse();
    return now == null ? Map.of() : now.provenance();
  }

  @Override
  public Score score(double[] values) {
    return serving().required().score(values);
  }
}
