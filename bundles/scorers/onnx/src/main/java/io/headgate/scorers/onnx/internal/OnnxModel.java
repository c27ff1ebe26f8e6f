package io.headgate.scorers.onnx.internal;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.ServedModel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A loaded ONNX model: one native session. Safe from every thread; closing waits for the scores
 * that are being worked out.
 */
final class OnnxModel implements ServedModel {

  /** Largest file that is read. */
  static final long MAX_BYTES = 512L * 1024 * 1024;

  private static final int ID_DIGITS = 12;

  private final Description description;
  private final String id;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final boolean batched;
  private final double[] weights;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxModel(
      Description description,
      String id,
      OrtEnvironment environment,
      OrtSession session,
      boolean batched) {
    this.description = description;
    this.id = id;
    this.environment = environment;
    this.session = session;
    this.batched = batched;
    this.weights = description.weights().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Reads a model and tries it once.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if the file is no model, or not what the description says; the
   *     message says what was found and what was expected
   */
  static OnnxModel read(Path file, Path descriptionFile) throws IOException {
    long size = Files.size(file);
    if (size == 0 || size > MAX_BYTES) {
      throw refused(file, "has %d bytes, expected 1 to %d".formatted(size, MAX_BYTES));
    }
    byte[] bytes = Files.readAllBytes(file);
    Description description = Description.read(descriptionFile);
    String hash = hash(bytes);
    if (!description.sha256().isEmpty() && !description.sha256().equals(hash)) {
      throw new IllegalArgumentException(
          "%s describes a file with the hash %s, found %s of %s; copy both files of one model"
              .formatted(descriptionFile, description.sha256(), hash, file));
    }
    String name = file.getFileName().toString().replaceFirst("\\.onnx$", "");
    return open(file, bytes, description, name + "-" + hash.substring(0, ID_DIGITS));
  }

  private static OnnxModel open(Path file, byte[] bytes, Description description, String id) {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    OrtSession session;
    try (SessionOptions options = options()) {
      session = environment.createSession(bytes, options);
    } catch (OrtException e) {
      throw refused(file, "is no ONNX model that can be run: " + e.getMessage());
    }
    try {
      boolean batched = checkInput(file, session, description);
      checkOutput(file, session, description);
      OnnxModel model = new OnnxModel(description, id, environment, session, batched);
      model.tryOnce(file);
      return model;
    } catch (OrtException | RuntimeException e) {
      close(session);
      throw e instanceof IllegalArgumentException known
          ? known
          : refused(file, "cannot be run: " + e.getMessage());
    }
  }

  /** One thread and no memory kept for later: models are small, and the node's cores are few. */
  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setCPUArenaAllocator(false);
    options.setMemoryPatternOptimization(false);
    options.setDeterministicCompute(true);
    return options;
  }

  /** Whether the input has a dimension for many observations at once. */
  private static boolean checkInput(Path file, OrtSession session, Description description)
      throws OrtException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    TensorInfo tensor = tensor(file, "input", description.input(), inputs);
    if (inputs.size() > 1) {
      throw refused(
          file,
          "wants the inputs %s, expected %s alone".formatted(inputs.keySet(), description.input()));
    }
    long[] shape = tensor.getShape();
    int columns = description.features().size();
    boolean batched = shape.length == 2 && (shape[0] == -1 || shape[0] == 1);
    boolean fits =
        (batched || shape.length == 1)
            && (shape[shape.length - 1] == columns || shape[shape.length - 1] == -1);
    if (!fits) {
      throw refused(
          file,
          "takes input %s of shape %s, expected [1, %d] for the features %s"
              .formatted(
                  description.input(), Arrays.toString(shape), columns, description.features()));
    }
    return batched;
  }

  private static void checkOutput(Path file, OrtSession session, Description description)
      throws OrtException {
    TensorInfo tensor = tensor(file, "output", description.output(), session.getOutputInfo());
    long numbers = 1;
    boolean open = false;
    for (long length : tensor.getShape()) {
      open |= length < 0;
      numbers *= Math.max(1, length);
    }
    if (!open && numbers != description.weights().size()) {
      throw wrongOutput(file, description, Arrays.toString(tensor.getShape()));
    }
  }

  private static IllegalArgumentException wrongOutput(
      Path file, Description description, String found) {
    return refused(
        file,
        "answers output %s of shape %s, expected %d numbers, one for each of the weights"
            .formatted(description.output(), found, description.weights().size()));
  }

  private static TensorInfo tensor(
      Path file, String kind, String name, Map<String, NodeInfo> found) {
    NodeInfo info = found.get(name);
    if (info == null) {
      throw refused(file, "has the %ss %s, expected %s".formatted(kind, found.keySet(), name));
    }
    if (!(info.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw refused(
          file,
          "has the %s %s of %s, expected 32-bit floats".formatted(kind, name, info.getInfo()));
    }
    return tensor;
  }

  private void tryOnce(Path file) throws OrtException {
    float[] answer = run(new double[description.features().size()]);
    if (answer.length != description.weights().size()) {
      throw wrongOutput(file, description, "[" + answer.length + "]");
    }
  }

  private float[] run(double[] values) throws OrtException {
    float[] row = new float[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) values[i];
    }
    long[] shape = batched ? new long[] {1, row.length} : new long[] {row.length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(row), shape);
        OrtSession.Result result =
            session.run(Map.of(description.input(), input), Set.of(description.output()))) {
      FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] answer = new float[numbers.remaining()];
      numbers.get(answer);
      return answer;
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<String> features() {
    return description.features();
  }

  @Override
  public Map<String, String> provenance() {
    return description.provenance();
  }

  /**
   * The weighted sum of the output; null if the model has been closed.
   *
   * @throws IllegalStateException if the model cannot be run on them
   */
  @Override
  public @Nullable Score score(double[] values) {
    lock.readLock().lock();
    try {
      if (closed) {
        return null;
      }
      float[] answer = run(values);
      double score = 0;
      for (int i = 0; i < answer.length; i++) {
        score += answer[i] * weights[i];
      }
      return new Score(score, id);
    } catch (OrtException e) {
      throw new IllegalStateException("model %s failed: %s".formatted(id, e.getMessage()), e);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        close(session);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session cannot be closed", e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static IllegalArgumentException refused(Path file, String why) {
    return new IllegalArgumentException(
        "%s %s; correct its description or give another model".formatted(file, why));
  }
}
