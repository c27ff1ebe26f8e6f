package io.headgate.spi.scorer;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A scorer that serves a model from a file. A changed file takes its place without a pause; a bad
 * one is refused and the model before goes on. In a replay the model stays the one that it began
 * with, so that the same input gives the same scores.
 *
 * @param <M> a model that has been read
 */
@ConsumerType
public abstract class FileScorer<M extends ServedModel> implements Scorer {

  private static final int TRIES = 10;

  private final ModelFormat<M> format;
  private final Told told;
  private final boolean live;
  private final String name;
  private final SettingsInForce<ModelSettings> settings;
  private volatile @Nullable ModelInForce<M> model;
  private @Nullable ModelWatch watch;

  /** Hears what happens to the model, for the log. */
  public interface Told {

    /** Another model serves. */
    void serves(String scorer, String modelId);

    /** A file was refused; the reason says what goes on. */
    void refused(String scorer, String reason);
  }

  /**
   * Reads the model; without one, or with a wrong configuration, it says so in its health, and
   * scores nothing.
   *
   * @param file the configuration, which names the scorer
   * @param wanted the same, checked; throws {@link IllegalArgumentException} where it is wrong
   */
  protected FileScorer(
      ModelFormat<M> format,
      NodeInfo node,
      ConfigFile file,
      Supplier<ModelSettings> wanted,
      Told told) {
    this.format = format;
    this.told = told;
    this.live = node.mode() == NodeInfo.Mode.LIVE;
    this.name = file.nameOr("name");
    this.settings = SettingsInForce.tried(wanted);
    if (settings.isUsable()) {
      serve(read(settings.now()));
    }
  }

  private ModelInForce<M> read(ModelSettings wanted) {
    ModelInForce<M> next =
        new ModelInForce<>(format.files(wanted.modelFile()), () -> format.read(wanted.modelFile()));
    look(next);
    return next;
  }

  private void serve(ModelInForce<M> next) {
    model = next;
    if (live) {
      watch =
          new ModelWatch("headgate-model-" + name, settings.now().checkMillis(), () -> look(next));
    }
  }

  private void look(ModelInForce<M> models) {
    String before = id(models.model());
    Health health = models.health();
    M replaced = models.look();
    String now = id(models.model());
    if (!now.equals(before)) {
      told.serves(name, now);
    } else if (!models.health().equals(health)) {
      told.refused(name, models.health().reason());
    }
    if (replaced != null) {
      replaced.close();
    }
  }

  private String id(@Nullable M of) {
    return of == null ? "" : of.id();
  }

  /**
   * Takes a changed file name or interval; a wrong one changes nothing, and neither does a file
   * without a model in it while another model serves.
   *
   * @param file the changed configuration
   * @param wanted the same, checked; throws {@link IllegalArgumentException} where it is wrong
   */
  protected final void change(ConfigFile file, Supplier<ModelSettings> wanted) {
    ModelInForce<M> next = candidate(wanted);
    if (settings.change(() -> accepted(file, wanted, next)) && next != null) {
      ModelInForce<M> before = model;
      stopWatch();
      serve(next);
      close(before);
    } else {
      close(next);
    }
  }

  /** The model that changed settings name; null if they are wrong. */
  private @Nullable ModelInForce<M> candidate(Supplier<ModelSettings> wanted) {
    try {
      return read(sameName(wanted.get()));
    } catch (IllegalArgumentException e) {
      // The settings are read again where their fault is told.
      return null;
    }
  }

  private ModelSettings accepted(
      ConfigFile file, Supplier<ModelSettings> wanted, @Nullable ModelInForce<M> next) {
    ModelSettings accepted = sameName(wanted.get());
    if (next != null && next.model() == null && inUse() != null) {
      throw file.wrong("modelFile", "a model: " + next.health().reason());
    }
    return accepted;
  }

  private ModelSettings sameName(ModelSettings changed) {
    if (!changed.name().equals(name)) {
      throw new IllegalArgumentException(
          "name is '%s', expected '%s' for as long as it runs; for another name remove the file and save it anew"
              .formatted(changed.name(), name));
    }
    return changed;
  }

  /** Looks at the files no more and frees the model. */
  protected final void end() {
    stopWatch();
    close(model);
  }

  private void close(@Nullable ModelInForce<M> models) {
    M last = models == null ? null : models.model();
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
  public final void look() {
    look(serving());
  }

  private ModelInForce<M> serving() {
    ModelInForce<M> serving = model;
    if (serving == null) {
      throw new IllegalStateException(settings.health().reason());
    }
    return serving;
  }

  private @Nullable M inUse() {
    ModelInForce<M> serving = model;
    return serving == null ? null : serving.model();
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String kind() {
    return format.kind();
  }

  @Override
  public final long generation() {
    return settings.generation();
  }

  @Override
  public final Health health() {
    Health configured = settings.health();
    ModelInForce<M> serving = model;
    return configured.state() == Health.State.UP && serving != null ? serving.health() : configured;
  }

  @Override
  public final List<String> features() {
    return serving().required().features();
  }

  @Override
  public final String modelId() {
    return id(inUse());
  }

  @Override
  public final Map<String, String> provenance() {
    M now = inUse();
    return now == null ? Map.of() : now.provenance();
  }

  @Override
  public final Score score(double[] values) {
    // A model that is replaced just now answers nothing; the one in its place does.
    for (int i = 0; i < TRIES; i++) {
      M now = serving().required();
      check(now.features(), values);
      Score score = now.score(values);
      if (score != null) {
        return score;
      }
    }
    throw new IllegalStateException("the model of %s is closed".formatted(name));
  }

  private static void check(List<String> features, double[] values) {
    if (values.length != features.size()) {
      throw new IllegalArgumentException(
          "got %d features, expected %d: %s".formatted(values.length, features.size(), features));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "feature %s is %s, expected a finite number".formatted(features.get(i), values[i]));
      }
    }
  }
}
