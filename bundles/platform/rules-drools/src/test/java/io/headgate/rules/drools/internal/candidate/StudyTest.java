package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.candidate.ReplayCounts;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Past orders, judged by two sets that differ in limits, in rules or in nothing. */
class StudyTest {

  private static final String SIZE = "quantity > maxOrderQty";
  private static final long HALF_WAY = PastOrders.START + 5 * PastOrders.SECOND;

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final FakeReferenceData reference = new FakeReferenceData();
  private final Subjects subjects = new Subjects(reference);

  /**
   * Limits of each subject until half of the orders have come, and three quarters of them after.
   */
  private record Dated(ToLongFunction<LimitSubject> shares) implements LimitTrial {

    @Override
    public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
      boolean early = epochNanos < HALF_WAY;
      long limit = shares.applyAsLong(subject) * Fixed.ONE;
      return ResolvedLimits.builder(early ? HALF_WAY : Long.MAX_VALUE)
          .block(LimitKind.MAX_ORDER_QTY, early ? limit : limit * 3 / 4, "limits/x.csv:2")
          .build();
    }

    @Override
    public List<LimitRow> rows() {
      return List.of();
    }

    @Override
    public String hash() {
      return Rules.HASH;
    }
  }

  @BeforeEach
  void eightOrdersOfTwoAccounts() throws Exception {
    PastOrders past = new PastOrders(journal);
    for (long quantity : new long[] {60, 110, 80, 70}) {
      past.order("ACC1", "ACME.SIM", quantity).order("ACC2", "BOLT.SIM", quantity);
    }
  }

  private TrialSet set(String condition, ToLongFunction<LimitSubject> shares) throws Exception {
    return new TrialSet(
        Rules.compiled(Rules.of(List.of(condition))).rules(), new Dated(shares), subjects);
  }

  private ReplayCounts counts(TrialSet with, TrialSet against) throws Exception {
    Changes changes = new Changes(reference);
    Study.Extent all = new Study.Extent(0, Long.MAX_VALUE, journal.durableSequence(), () -> false);
    journal.read(1, new Study(with, against, changes, null, all));
    return changes.counts();
  }

  @Test
  void anOrderThatMeetsOtherLimitsIsJudgedByThem() throws Exception {
    TrialSet against = set(SIZE, subject -> 100);
    TrialSet with = set(SIZE, s -> s.originator().account().equals("ACC1") ? 50 : 100);
    ReplayCounts counts = counts(with, against);
    assertThat(counts.orders()).isEqualTo(8);
    // Of ACC1: 60 against 100 and 50, then 70 against 75 and 37.5; 110 and 80 are blocked by both.
    assertThat(counts.newlyBlocked()).isEqualTo(2);
    assertThat(counts.changed()).isEqualTo(2);
    assertThat(counts(against, with).newlyAllowed()).isEqualTo(2);
  }

  @Test
  void whereLimitsAndRulesAreTheSameNothingChanges() throws Exception {
    assertThat(counts(set(SIZE, subject -> 100), set(SIZE, subject -> 100)).changed()).isZero();
  }

  @Test
  void anotherRuleOnTheSameLimitsIsJudged() throws Exception {
    TrialSet with = set("quantity >= maxOrderQty - 30", subject -> 100);
    ReplayCounts counts = counts(with, set(SIZE, subject -> 100));
    // 70 and 80 of each account: from 70 up until half way, from 45 up after.
    assertThat(counts.newlyBlocked()).isEqualTo(2);
  }
}
