package io.headgate.scorers.onnx.internal;

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
 * Serves an ONNX model. A changed file takes its place without a pause; a bad one is refused and
 * the model before goes on. In a replay the model stays the one that it began with, so that the
 * same input gives the same scores.
 */
@Component(
    service = Scorer.class,
    configurationPid = OnnxSettings.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OnnxConfig.class, factory = true)
public final class OnnxScorer implements Scorer {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxScorer.class);

  private static final int TRIES = 10;

  private final boolean live;
  private final String name;
  private final SettingsInForce<OnnxSettings> settings;
  private volatile @Nullable ModelInForce<OnnxModel> model;
  private @Nullable ModelWatch watch;

  /**
   * Reads the model; without one, or with a wrong configuration, it says so in its health, and
   * scores nothing.
   */
  @Activate
  public OnnxScorer(@Reference NodeInfo node, OnnxConfig config, Map<String, Object> properties) {
    live = node.mode() == NodeInfo.Mode.LIVE;
    name = new ConfigFile(OnnxSettings.PID, properties).nameOr("name");
    settings = SettingsInForce.tried(() -> OnnxSettings.of(config, properties));
    if (settings.isUsable()) {
      serve(read(settings.now()));
    }
  }

  private ModelInForce<OnnxModel> read(OnnxSettings wanted) {
    ModelInForce<OnnxModel> next =
        new ModelInForce<>(
            List.of(wanted.modelFile(), wanted.descriptionFile()),
            () -> OnnxModel.read(wanted.modelFile(), wanted.descriptionFile()));
    look(next);
    return next;
  }

  private void serve(ModelInForce<OnnxModel> next) {
    model = next;
    if (live) {
      watch =
          new ModelWatch("headgate-model-" + name, settings.now().checkMillis(), () -> look(next));
    }
  }

  private static String id(ModelInForce<OnnxModel> models) {
    OnnxModel model = models.model();
    return model == null ? "" : model.id();
  }

  private void look(ModelInForce<OnnxModel> models) {
    String before = id(models);
    Health health = models.health();
    OnnxModel replaced = models.look();
    String now = id(models);
    if (!now.equals(before)) {
      LOG.info("scorer {} serves model {}", name, now);
    } else if (!models.health().equals(health)) {
      LOG.warn("scorer {}: {}", name, models.health().reason());
    }
    if (replaced != null) {
      replaced.close();
    }
  }

  /**
   * Takes a changed file name or interval; a wrong one changes nothing, and neither does a file
   * without a model in it while another model serves.
   */
  @Modified
  void modified(OnnxConfig config, Map<String, Object> properties) {
    ModelInForce<OnnxModel> next = candidate(config, properties);
    if (settings.change(() -> wanted(config, properties, next)) && next != null) {
      ModelInForce<OnnxModel> before = model;
      stopWatch();
      serve(next);
      close(before);
    } else {
      close(next);
    }
  }

  /** The model that changed settings name; null if they are wrong. */
  private @Nullable ModelInForce<OnnxModel> candidate(
      OnnxConfig config, Map<String, Object> properties) {
    try {
      return read(keepName(OnnxSettings.of(config, properties)));
    } catch (IllegalArgumentException e) {
      // The settings are read again where their fault is told.
      return null;
    }
  }

  private OnnxSettings wanted(
      OnnxConfig config, Map<String, Object> properties, @Nullable ModelInForce<OnnxModel> next) {
    OnnxSettings wanted = keepName(OnnxSettings.of(config, properties));
    if (next != null && next.model() == null && inUse() != null) {
      throw new ConfigFile(OnnxSettings.PID, properties)
          .wrong("modelFile", "a model: " + next.health().reason());
    }
    return wanted;
  }

  private OnnxSettings keepName(OnnxSettings changed) {
    if (!changed.name().equals(name)) {
      throw new IllegalArgumentException(
          "name is '%s', expected '%s' for as long as it runs; for another name remove the file and save it anew"
              .formatted(changed.name(), name));
    }
    return changed;
  }

  /** Frees the native session. */
  @Deactivate
  void stop() {
    stopWatch();
    close(model);
  }

  private static void close(@Nullable ModelInForce<OnnxModel> models) {
    OnnxModel last = models == null ? null : models.model();
    if (last != null) {
      last.close();
    }
  }

  private void stopWatch() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /** Looks at the files now, as its watch does by the clock. */
  void look() {
    look(serving());
  }

  private ModelInForce<OnnxModel> serving() {
    ModelInForce<OnnxModel> serving = model;
    if (serving == null) {
      throw new IllegalStateException(settings.health().reason());
    }
    return serving;
  }

  private @Nullable OnnxModel inUse() {
    ModelInForce<OnnxModel> serving = model;
    return serving == null ? null : serving.model();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return "onnx";
  }

  @Override
  public long generation() {
    return settings.generation();
  }

  @Override
  public Health health() {
    Health configured = settings.health();
    ModelInForce<OnnxModel> serving = model;
    return configured.state() == Health.State.UP && serving != null ? serving.health() : configured;
  }

  @Override
  public List<String> features() {
    return serving().required().description().features();
  }

  @Override
  public String modelId() {
    OnnxModel now = inUse();
    return now == null ? "" : now.id();
  }

  @Override
  public Map<String, String> provenance() {
    OnnxModel now = inUse();
    return now == null ? Map.of() : now.description().provenance();
  }

  @Override
  public Score score(double[] values) {
    // A model that is replaced just now answers nothing; the one in its place does.
    for (int i = 0; i < TRIES; i++) {
      Score score = serving().required().score(values);
      if (score != null) {
        return score;
      }
    }
    throw new IllegalStateException("the model of %s is closed".formatted(name));
  }
}
