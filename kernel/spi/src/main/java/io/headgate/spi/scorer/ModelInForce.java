package io.headgate.spi.scorer;

import io.headgate.spi.plugin.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model that a scorer serves, read from its files. A file that changes is read again; where the
 * new one cannot be used, the model before goes on and {@link #health} says why. Safe from every
 * thread.
 *
 * @param <M> a loaded model
 */
public final class ModelInForce<M> {

  private final List<Path> files;
  private final Loader<M> loader;
  private volatile State<M> state;
  private List<Stamp> seen = List.of();

  /** Reads a model. */
  @FunctionalInterface
  public interface Loader<M> {

    /**
     * Reads it, from the files as they are now.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if it is no model, or not one that can be served; the
     *     message names what was found, what was expected and the next step
     */
    M load() throws IOException;
  }

  private record State<M>(@Nullable M model, String problem) {}

  private record Stamp(long size, long modifiedMillis) {}

  /**
   * Nothing is read before {@link #look}.
   *
   * @param files the files whose change makes a new model
   */
  public ModelInForce(List<Path> files, Loader<M> loader) {
    this.files = List.copyOf(files);
    this.loader = loader;
    this.state = new State<>(null, "no model has been read yet");
  }

  /**
   * Looks at the files, and reads the model if they have changed since the last look.
   *
   * @return the model that is no longer in force, to be closed; null if none was replaced
   */
  public synchronized @Nullable M look() {
    List<Stamp> now = stamps();
    if (now.equals(seen) && !now.isEmpty()) {
      return null;
    }
    seen = now;
    M before = state.model;
    try {
      state = new State<>(loader.load(), "");
      return before;
    } catch (NoSuchFileException e) {
      refuse(
          before, "%s does not exist; train a model, or correct modelFile".formatted(e.getFile()));
    } catch (IOException e) {
      refuse(before, "%s cannot be read: %s".formatted(files.get(0), e));
    } catch (RuntimeException | LinkageError e) {
      String message = e instanceof IllegalArgumentException ? e.getMessage() : e.toString();
      refuse(before, String.valueOf(message));
    }
    return null;
  }

  private void refuse(@Nullable M before, String problem) {
    state = new State<>(before, problem);
  }

  private List<Stamp> stamps() {
    List<Stamp> stamps = new ArrayList<>();
    for (Path file : files) {
      try {
        stamps.add(new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      } catch (IOException e) {
        stamps.add(new Stamp(-1, -1));
      }
    }
    return stamps;
  }

  /** The model in force; null while there is none. */
  public @Nullable M model() {
    return state.model;
  }

  /**
   * The model in force.
   *
   * @throws IllegalStateException if there is none; the message says why
   */
  public M required() {
    State<M> found = state;
    if (found.model == null) {
      throw new IllegalStateException(found.problem);
    }
    return found.model;
  }

  /** Up; degraded where a changed file was refused; down where there is no model at all. */
  public Health health() {
    State<M> found = state;
    if (found.problem.isEmpty()) {
      return Health.UP;
    }
    return found.model == null
        ? Health.down(found.problem)
        : Health.degraded(found.problem + "; until then the model before serves");
  }
}
