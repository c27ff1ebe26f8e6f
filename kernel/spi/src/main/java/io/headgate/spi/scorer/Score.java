package io.headgate.spi.scorer;

/**
 * What a model says.
 *
 * @param value the score; its range is the model's
 * @param modelId model that said it
 */
public record Score(double value, String modelId) {}
