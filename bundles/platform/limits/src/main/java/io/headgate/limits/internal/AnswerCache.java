package io.headgate.limits.internal;

import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Answers given before, by subject: each has four places, in one of which another subject of these
 * places follows it. Safe from every thread, allocates nothing on a hit, and cannot grow.
 */
final class AnswerCache {

  /** A firm with some thousand subjects that trade in turn finds nearly all of them again. */
  private static final int PLACES = 16_384;

  private static final int WAYS = 4;

  private final AtomicReferenceArray<@Nullable Answer> places = new AtomicReferenceArray<>(PLACES);

  /** Which of four taken places is the next to go; whichever thread counts it. */
  private int turn;

  /**
   * An answer.
   *
   * @param since first moment at which it is right
   */
  private record Answer(LimitSubject subject, long since, ResolvedLimits limits) {}

  @Nullable ResolvedLimits find(LimitSubject subject, long epochNanos) {
    int first = first(subject);
    for (int place = first; place < first + WAYS; place++) {
      Answer answer = places.get(place);
      if (answer != null && answer.subject.hasLimitsOf(subject)) {
        boolean right = answer.since <= epochNanos && epochNanos < answer.limits.validUntil();
        return right ? answer.limits : null;
      }
    }
    return null;
  }

  void keep(LimitSubject subject, long since, ResolvedLimits limits) {
    places.set(place(subject), new Answer(subject, since, limits));
  }

  private int place(LimitSubject subject) {
    int first = first(subject);
    for (int place = first; place < first + WAYS; place++) {
      Answer answer = places.get(place);
      if (answer == null || answer.subject.hasLimitsOf(subject)) {
        return place;
      }
    }
    return first + (turn++ & (WAYS - 1));
  }

  private static int first(LimitSubject subject) {
    return subject.namesHash() * WAYS & (PLACES - 1);
  }
}
