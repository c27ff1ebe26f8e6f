package io.headgate.spi.scorer;

import io.headgate.model.instrument.InstrumentId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model is to learn, and where it is to go.
 *
 * @param instrument whose events it learns from; events of others are passed over
 * @param features what it sees, such as {@code sma(50)}
 * @param horizon how many steps ahead it looks, at least 1; see {@link
 *     io.headgate.spi.feature.Steps}
 * @param flatBps a move of no more than this counts as no move, ten-thousandths, at least 0
 * @param model kind of model, one of {@link ModelTrainer#models}
 * @param seed of everything that is random
 * @param out file of the model; replaced whole, or not at all
 * @param onnx file of the same model as ONNX, with its description beside it; null: none
 * @param data where the events come from, such as file names and their hashes; kept in the model
 */
public record TrainingRequest(
    InstrumentId instrument,
    List<String> features,
    int horizon,
    double flatBps,
    String model,
    long seed,
    Path out,
    @Nullable Path onnx,
    Map<String, String> data) {

  public TrainingRequest {
    features = List.copyOf(features);
    data = Map.copyOf(data);
  }
}
