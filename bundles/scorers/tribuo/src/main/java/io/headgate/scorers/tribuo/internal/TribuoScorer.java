package io.headgate.scorers.tribuo.internal;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.scorer.FileScorer;
import io.headgate.spi.scorer.ModelFormat;
import io.headgate.spi.scorer.ModelSettings;
import io.headgate.spi.scorer.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a classifier of the next move: the probability of up less that of down. */
@Component(
    service = Scorer.class,
    configurationPid = TribuoScorer.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TribuoConfig.class, factory = true)
public final class TribuoScorer extends FileScorer<TribuoModel> {

  static final String PID = "io.headgate.scorers.tribuo";

  private static final Logger LOG = LoggerFactory.getLogger(TribuoScorer.class);

  /** How the files of this kind are read. */
  private static final class Format implements ModelFormat<TribuoModel> {
    @Override
    public String kind() {
      return "tribuo";
    }

    @Override
    public List<Path> files(Path modelFile) {
      return List.of(modelFile);
    }

    @Override
    public TribuoModel read(Path modelFile) throws IOException {
      return ModelFile.read(modelFile);
    }
  }

  /** Into the log of this bundle. */
  private static final class Logged implements Told {
    @Override
    public void serves(String scorer, String modelId) {
      LOG.info("scorer {} serves model {}", scorer, modelId);
    }

    @Override
    public void refused(String scorer, String reason) {
      LOG.warn("scorer {}: {}", scorer, reason);
    }
  }

  /**
   * Reads the model; without one, or with a wrong configuration, it says so in its health, and
   * scores nothing.
   */
  @Activate
  public TribuoScorer(
      @Reference NodeInfo node, TribuoConfig config, Map<String, Object> properties) {
    super(
        new Format(),
        node,
        new ConfigFile(PID, properties),
        () -> settings(config, properties),
        new Logged());
  }

  private static ModelSettings settings(TribuoConfig config, Map<String, Object> properties) {
    return ModelSettings.of(
        new ConfigFile(PID, properties),
        config::name,
        config::modelFile,
        config::checkMillis,
        "trend.tribuo");
  }

  /** Takes a changed configuration if it is right. */
  @Modified
  void modified(TribuoConfig config, Map<String, Object> properties) {
    change(new ConfigFile(PID, properties), () -> settings(config, properties));
  }

  @Deactivate
  void stop() {
    end();
  }
}
