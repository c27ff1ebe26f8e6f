package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom past orders were: one object for all orders of a subject, so that what is known of it is
 * found again at once. Instruments are as they were when one of their orders was first met. One
 * thread only.
 */
final class Subjects {

  /** So many are remembered; then it begins anew. */
  static final int MOST = 100_000;

  private final ReferenceData reference;
  private final Map<Names, LimitSubject> known = new HashMap<>();

  private record Names(
      String account, String trader, String strategy, String symbol, String venue) {}

  /**
   * @param reference instruments
   */
  Subjects(ReferenceData reference) {
    this.reference = reference;
  }

  /** Null where the instrument is not known any more. */
  @Nullable LimitSubject of(ContextImage image) {
    Names names =
        new Names(
            image.text(ContextText.ACCOUNT),
            image.text(ContextText.TRADER),
            image.text(ContextText.STRATEGY),
            image.text(ContextText.SYMBOL),
            image.text(ContextText.VENUE));
    LimitSubject subject = known.get(names);
    if (subject != null) {
      return subject;
    }
    Instrument instrument = reference.instrument(new InstrumentId(names.symbol(), names.venue()));
    if (instrument == null) {
      return null;
    }
    LimitSubject met =
        new LimitSubject(
            new Originator(names.account(), names.trader(), names.strategy()), instrument);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(names, met);
    return met;
  }
}
