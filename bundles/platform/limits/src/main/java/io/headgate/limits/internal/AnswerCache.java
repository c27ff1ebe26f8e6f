package io.headgate.limits.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Answers given before, by subject: each has four places, in one of which another subject of these
 * places follows it. Safe from every thread, allocates nothing on a hit, and cannot grow.
 */
public final class AnswerCache {

  /** A firm with some thousand subjects that trade in turn finds nearly all of them again. */
  private static final int PLACES = 16_384;

  private static final int WAYS = 4;

  /** An odd number with bits all over: names that differ in a letter or two do not collide. */
  private static final int MIX = 0x9E3779B1;

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
      if (answer != null && same(answer.subject, subject)) {
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
      if (answer == null || same(answer.subject, subject)) {
        return place;
      }
    }
    return first + (turn++ & (WAYS - 1));
  }

  /** Only what decides about limits is compared; the strings are mostly identical. */
  public static boolean same(LimitSubject one, LimitSubject other) {
    Originator by = one.originator();
    Originator otherBy = other.originator();
    Instrument what = one.instrument();
    Instrument otherWhat = other.instrument();
    return by.account().equals(otherBy.account())
        && by.strategy().equals(otherBy.strategy())
        && by.trader().equals(otherBy.trader())
        && what.id().symbol().equals(otherWhat.id().symbol())
        && what.id().venue().equals(otherWhat.id().venue())
        && what.sector().equals(otherWhat.sector());
  }

  /** A hash of what {@link #same} compares; strings keep theirs. */
  public static int hash(LimitSubject subject) {
    Originator by = subject.originator();
    int hash = by.account().hashCode() * MIX;
    hash = (hash + by.strategy().hashCode()) * MIX;
    hash = (hash + by.trader().hashCode()) * MIX;
    hash = (hash + subject.instrument().id().symbol().hashCode()) * MIX;
    hash = (hash + subject.instrument().id().venue().hashCode()) * MIX;
    return hash ^ hash >>> 16;
  }

  private static int first(LimitSubject subject) {
    return hash(subject) * WAYS & (PLACES - 1);
  }
}
