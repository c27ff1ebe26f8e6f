package io.headgate.scorers.onnx.internal;

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

/** Serves an ONNX model and the description beside it. */
@Component(
    service = Scorer.class,
    configurationPid = OnnxScorer.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OnnxConfig.class, factory = true)
public final class OnnxScorer extends FileScorer<OnnxModel> {

  static final String PID = "io.headgate.scorers.onnx";

  private static final Logger LOG = LoggerFactory.getLogger(OnnxScorer.class);

  /** How the files of this kind are read. */
  private static final class Format implements ModelFormat<OnnxModel> {
    @Override
    public String kind() {
      return "onnx";
    }

    @Override
    public List<Path> files(Path modelFile) {
      return List.of(modelFile, description(modelFile));
    }

    @Override
    public OnnxModel read(Path modelFile) throws IOException {
      return OnnxModel.read(modelFile, description(modelFile));
    }

    private static Path description(Path modelFile) {
      return modelFile.resolveSibling(modelFile.getFileName() + ".properties");
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
  public OnnxScorer(@Reference NodeInfo node, OnnxConfig config, Map<String, Object> properties) {
    super(
        new Format(),
        node,
        new ConfigFile(PID, properties),
        () -> settings(config, properties),
        new Logged());
  }

  private static ModelSettings settings(OnnxConfig config, Map<String, Object> properties) {
    return ModelSettings.of(
        new ConfigFile(PID, properties),
        config::name,
        config::modelFile,
        config::checkMillis,
        "trend.onnx");
  }

  /** Takes a changed configuration if it is right. */
  @Modified
  void modified(OnnxConfig config, Map<String, Object> properties) {
    change(new ConfigFile(PID, properties), () -> settings(config, properties));
  }

  @Deactivate
  void stop() {
    end();
  }
}
