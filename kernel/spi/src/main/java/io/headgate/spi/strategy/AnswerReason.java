package io.headgate.spi.strategy;

/** Why an answer is not fresh. */
public enum AnswerReason {
  /** It is fresh. */
  NONE,
  /** The deadline passed first. */
  DEADLINE_PASSED,
  /** The node has no scorer or optimiser of that name. */
  NOT_INSTALLED,
  /** The scorer wants a feature that nobody makes, or one that failed. */
  FEATURE_UNKNOWN,
  /** A feature has not seen enough of the instrument yet. */
  WARMING_UP,
  /** Too many requests wait for that scorer or optimiser. */
  QUEUE_FULL,
  /** The scorer or optimiser threw, or answered what is no finite number. */
  FAILED,
  /** The optimiser found that the problem has no solution. */
  NO_SOLUTION,
  /** The scorer changed its model between the features and the score; the next question is fine. */
  MODEL_REPLACED,
  /** The scorer or optimiser was removed while the request waited. */
  REMOVED
}
