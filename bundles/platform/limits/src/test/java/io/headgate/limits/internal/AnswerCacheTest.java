package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

  private static final int ACCOUNTS = 8;
  private static final int STRATEGIES = 7;
  private static final int INSTRUMENTS = 40;

  @Test
  void subjectsThatTradeInTurnAreFoundAgain() {
    List<LimitSubject> subjects = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS * STRATEGIES * INSTRUMENTS; i++) {
      Originator by =
          Originator.strategy("ACC" + i % ACCOUNTS, "robot-" + i / ACCOUNTS % STRATEGIES);
      subjects.add(new LimitSubject(by, instrument("S" + i / (ACCOUNTS * STRATEGIES))));
    }
    AnswerCache cache = new AnswerCache();
    ResolvedLimits limits = ResolvedLimits.builder(Long.MAX_VALUE).build();
    subjects.forEach(subject -> cache.keep(subject, 0, limits));
    assertThat(subjects.stream().filter(subject -> cache.find(subject, 1) != null))
        .hasSizeGreaterThan(subjects.size() * 99 / 100);
  }

  private static Instrument instrument(String symbol) {
    Instrument like = FakeReferenceData.ACME;
    return new Instrument(
        new InstrumentId(symbol, "SIM"),
        like.assetClass(),
        like.currency(),
        Fixed.ONE,
        like.tickSize(),
        like.lotSize(),
        like.sector(),
        like.calendar());
  }
}
