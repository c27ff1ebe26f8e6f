package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many subjects whose names differ in a letter: each meets its own limits, on both sides. */
class SubjectsTest {

  private static final long DAY = 86_400_000_000_000L;
  private static final List<String> SYMBOLS = List.of("ACME", "BOLT", "CORP", "EURUSD", "ESZ6");

  /** Distinct limits of each subject and day; right until the day ends. */
  private record Own(int side) implements LimitTrial {

    @Override
    public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
      long day = epochNanos / DAY;
      String names =
          String.join(
              " ",
              subject.originator().account(),
              subject.originator().trader(),
              subject.originator().strategy(),
              subject.instrument().id().symbol());
      return ResolvedLimits.builder((day + 1) * DAY)
          .block(LimitKind.MAX_ORDER_QTY, side, names + " on " + day)
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

  private final Subjects subjects = new Subjects(new FakeReferenceData());
  private final int[] sides = {subjects.nextSide(), subjects.nextSide()};

  private static ContextImage image(
      String account, String trader, String strategy, String symbol, String venue) {
    String[] texts = new String[ContextText.values().length];
    Arrays.fill(texts, "");
    texts[ContextText.ACCOUNT.ordinal()] = account;
    texts[ContextText.TRADER.ordinal()] = trader;
    texts[ContextText.STRATEGY.ordinal()] = strategy;
    texts[ContextText.SYMBOL.ordinal()] = symbol;
    texts[ContextText.VENUE.ordinal()] = venue;
    return new ContextImage(new long[0], texts, ResolvedLimits.none());
  }

  private void meetsItsOwn(int account, int strategy, String symbol, long day) {
    String named = "ACC%d".formatted(account);
    String by = "s-%d".formatted(strategy);
    // A text of its own each time: names are the same where they are equal.
    ContextImage image = image(named, "-", by, symbol, "SIM");
    for (int side : sides) {
      Subject subject = subjects.of(image);
      assertThat(subject).isNotNull();
      ResolvedLimits limits = subject.heldBy(side, new Own(side), day * DAY + day).limits();
      assertThat(limits.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(side);
      assertThat(limits.source(LimitKind.MAX_ORDER_QTY))
          .isEqualTo("%s - %s %s on %d".formatted(named, by, symbol, day));
    }
  }

  @Test
  void eachMeetsItsOwnLimitsInWhateverOrderTheyCome() {
    Random random = new Random(11);
    for (int i = 0; i < 40_000; i++) {
      String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
      meetsItsOwn(random.nextInt(40), random.nextInt(30), symbol, i / 10_000);
    }
  }

  @Test
  void moreThanAreRememberedMeetTheirOwnToo() {
    for (int i = 0; i < 100_100; i++) {
      assertThat(subjects.of(image("ACC" + i, "-", "s", "ACME", "SIM"))).isNotNull();
    }
    meetsItsOwn(1, 1, "ACME", 1);
    meetsItsOwn(100_099, 1, "ACME", 1);
  }

  @Test
  void whatOnlyLooksAlikeIsAnother() {
    Subject one = subjects.of(image("A", "B", "C", "ACME", "SIM"));
    assertThat(subjects.of(image("B", "A", "C", "ACME", "SIM"))).isNotSameAs(one);
    assertThat(subjects.of(image("A", "B", "D", "ACME", "SIM"))).isNotSameAs(one);
    assertThat(subjects.of(image("A", "B", "C", "BOLT", "SIM"))).isNotSameAs(one);
    assertThat(subjects.of(image("A", "B", "C", "ACME", "SIM"))).isSameAs(one);
  }

  @Test
  void anInstrumentThatIsNotKnownAnyMoreHasNoSubject() {
    assertThat(subjects.of(image("A", "-", "s", "GONE", "SIM"))).isNull();
    assertThat(subjects.of(image("A", "-", "s", "ACME", "XETR"))).isNull();
    assertThat(subjects.of(image("A", "-", "s", "ACME", "SIM"))).isNotNull();
  }

  @Test
  void aComparisonHasNoThirdSide() {
    assertThatIllegalStateException().isThrownBy(subjects::nextSide);
  }
}
