package io.headgate.rules.drools.internal.sentence;

import io.headgate.model.decision.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sentence puts into a slot. */
sealed interface Capture {

  /**
   * A number.
   *
   * @param text as written
   * @param unit as written after it; null where none was
   */
  record Digits(String text, @Nullable Unit unit) implements Capture {}

  /**
   * A value of the order.
   *
   * @param property by which rules know it
   */
  record Value(String property) implements Capture {}

  /**
   * Texts.
   *
   * @param words one or several
   */
  record Texts(List<String> words) implements Capture {
    public Texts {
      words = List.copyOf(words);
    }
  }
}
