package io.headgate.ops.internal.access;

import org.jspecify.annotations.Nullable;

/** Asks for parts that may be away. */
public final class Running {

  private Running() {}

  /**
   * The part.
   *
   * @throws IllegalStateException if it is away
   */
  public static <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException("%s: not running; node:health says why".formatted(name));
    }
    return part;
  }
}
