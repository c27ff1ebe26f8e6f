package io.headgate.spi.scorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How the models of one kind of scorer are read from a file.
 *
 * @param <M> a model that has been read
 */
@ConsumerType
public interface ModelFormat<M extends ServedModel> {

  /** Kind of the scorer, see {@link Scorer#kind}. */
  String kind();

  /** The files whose change makes a new model. */
  List<Path> files(Path modelFile);

  /**
   * Reads a model.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if it is no model, or not one that can be served; the message
   *     names what was found, what was expected and the next step
   */
  M read(Path modelFile) throws IOException;
}
