package io.headgate.rest.internal.part;

import io.headgate.rest.internal.problem.ProblemType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of the platform that may be away for a while, for example while it is replaced. Asking for
 * it then is answered as a problem that names it; nothing is guessed.
 *
 * @param <T> its service
 */
public final class Part<T> {

  private final String name;
  private volatile @Nullable T service;

  /**
   * @param name what people call it
   */
  public Part(String name) {
    this.name = name;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** It is there, or has been replaced. */
  public synchronized void came(T arrived) {
    service = arrived;
  }

  /** It is gone; nothing changes if another has taken its place before. */
  public synchronized void went(T departed) {
    if (service == departed) {
      service = null;
    }
  }

  /** The service, or null while it is away. */
  public @Nullable T orNull() {
    return service;
  }

  /**
   * The service.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException while it is away
   */
  public T get() {
    T current = service;
    if (current == null) {
      throw ProblemType.PART_MISSING
          .problem(
              "A part of the node is not running: %s. It may be restarting: try again; if it stays away, the console command scr:list shows why."
                  .formatted(name))
          .with("part", name.toLowerCase(Locale.ROOT))
          .retryAfter(2)
          .exception();
    }
    return current;
  }
}
