package io.headgate.scorers.onnx.internal;

import io.headgate.spi.plugin.Health;
import java.nio.file.Path;

/** A process that serves one model and says how it is. */
public final class ServeOnce {

  private ServeOnce() {}

  /** Serves the file that is the one argument. */
  public static void main(String[] arguments) {
    OnnxScorer scorer = Scorers.serving(Path.of(arguments[0]));
    Health health = scorer.health();
    System.out.println(health.state() + " " + health.reason());
    scorer.stop();
  }
}
