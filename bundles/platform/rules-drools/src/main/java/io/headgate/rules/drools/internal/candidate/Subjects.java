package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextText;
import org.jspecify.annotations.Nullable;

/**
 * For whom past orders were: one object for all orders of a subject, so that what is known of it is
 * found again at once. Instruments are as they were when one of their orders was first met. One
 * thread only.
 */
final class Subjects {

  /** Sides of a comparison. */
  static final int SIDES = 2;

  /** So many are remembered; then it begins anew. */
  private static final int MOST = 100_000;

  private static final int FIRST = 1_024;

  private final ReferenceData reference;
  private Subject[] known = new Subject[FIRST];
  private int size;
  private @Nullable ContextImage asked;
  private @Nullable Subject answer;
  private int sides;

  /**
   * @param reference instruments
   */
  Subjects(ReferenceData reference) {
    this.reference = reference;
  }

  /**
   * Takes one more side of the comparison.
   *
   * @return its number
   * @throws IllegalStateException if all are taken
   */
  int nextSide() {
    if (sides == SIDES) {
      throw new IllegalStateException("a comparison has %d sides".formatted(SIDES));
    }
    return sides++;
  }

  /** Null where the instrument is not known any more. */
  @SuppressWarnings("ReferenceEquality") // both sides ask about one order, one after the other
  @Nullable Subject of(ContextImage image) {
    if (asked != image) {
      answer = find(image);
      asked = image;
    }
    return answer;
  }

  private @Nullable Subject find(ContextImage image) {
    int hash = hash(image);
    int mask = known.length - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      Subject subject = known[i];
      if (subject == null) {
        return meet(image, hash);
      }
      if (subject.is(image, hash)) {
        return subject;
      }
    }
  }

  private static int hash(ContextImage image) {
    return LimitSubject.namesHash(
        image.text(ContextText.ACCOUNT),
        image.text(ContextText.TRADER),
        image.text(ContextText.STRATEGY),
        image.text(ContextText.SYMBOL),
        image.text(ContextText.VENUE));
  }

  private @Nullable Subject meet(ContextImage image, int hash) {
    InstrumentId id =
        new InstrumentId(image.text(ContextText.SYMBOL), image.text(ContextText.VENUE));
    Instrument instrument = reference.instrument(id);
    if (instrument == null) {
      return null;
    }
    if (size == MOST) {
      known = new Subject[FIRST];
      size = 0;
    }
    Subject met = new Subject(image, hash, instrument);
    put(met);
    if (++size * 2 > known.length) {
      Subject[] all = known;
      known = new Subject[2 * all.length];
      for (Subject subject : all) {
        if (subject != null) {
          put(subject);
        }
      }
    }
    return met;
  }

  private void put(Subject subject) {
    int mask = known.length - 1;
    int i = subject.hash() & mask;
    while (known[i] != null) {
      i = (i + 1) & mask;
    }
    known[i] = subject;
  }
}
