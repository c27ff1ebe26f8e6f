package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What past orders know of themselves by the limits that they had, where others are tried. */
class RetoldNumbersTest {

  private static final List<String> SHARES =
      List.of("advPercent > maxAdvPercent", "advNotionalPercent > maxAdvNotionalPercent");

  private record Same(ResolvedLimits limits) implements LimitTrial {
    @Override
    public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
      return limits;
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

  private static ResolvedLimits.Builder limits() {
    return ResolvedLimits.builder(Long.MAX_VALUE);
  }

  private static ContextEditor order(String side, long quantity) {
    return new ContextEditor()
        .begin()
        .set(ContextText.ACCOUNT, "ACC1")
        .set(ContextText.TRADER, "ann")
        .set(ContextText.STRATEGY, "-")
        .set(ContextText.SYMBOL, "ACME")
        .set(ContextText.VENUE, "SIM")
        .set(ContextText.SIDE, side)
        .set(ContextText.PHASE, "OPEN")
        .set(ContextNumber.QUANTITY, quantity * Fixed.ONE)
        .set(ContextNumber.MULTIPLIER, Fixed.ONE)
        .set(ContextNumber.WORST_PRICE, 10 * Fixed.ONE)
        .set(ContextNumber.REFERENCE_PRICE, 8 * Fixed.ONE)
        .set(ContextNumber.ADV_PERCENT, Long.MAX_VALUE)
        .set(ContextNumber.ADV_NOTIONAL_PERCENT, Long.MAX_VALUE)
        .limits(ResolvedLimits.none());
  }

  private static List<String> said(
      List<String> conditions, ContextImage image, ResolvedLimits limits) throws Exception {
    TrialSet set =
        new TrialSet(
            Rules.compiled(Rules.of(conditions)).rules(),
            new Same(limits),
            new Subjects(new FakeReferenceData()));
    return set.judge(image, PastOrders.START).stream().map(Verdict::rule).toList();
  }

  @ParameterizedTest
  @CsvSource({"BUY, 100, 0", "BUY, 101, 2", "SELL, 100, 0", "SELL, 101, 2", "BUY, 90, 0"})
  void aVolumeThatACandidateAddsIsWhatItsShareIsOf(String side, long quantity, int blocked)
      throws Exception {
    // 100 at 10 are a tenth of 1,000 by quantity, and an eighth of them at 8 by notional.
    ResolvedLimits limits =
        limits()
            .block(LimitKind.AVERAGE_DAILY_VOLUME, 1_000 * Fixed.ONE, "limits/a.csv:2")
            .block(LimitKind.MAX_ADV_PERCENT, 10 * Fixed.ONE, "limits/a.csv:3")
            .block(LimitKind.MAX_ADV_NOTIONAL_PERCENT, 12_500_000_000L, "limits/a.csv:4")
            .build();
    assertThat(said(SHARES, order(side, quantity).context().image(), limits)).hasSize(blocked);
  }

  @Test
  void anUsualNotionalGoesBeforeTheVolume() throws Exception {
    ResolvedLimits limits =
        limits()
            .block(LimitKind.AVERAGE_DAILY_VOLUME, Fixed.ONE, "limits/a.csv:2")
            .block(LimitKind.AVERAGE_DAILY_NOTIONAL, 10_000 * Fixed.AMOUNT_ONE, "limits/a.csv:3")
            .block(LimitKind.MAX_ADV_NOTIONAL_PERCENT, 10 * Fixed.ONE, "limits/a.csv:4")
            .build();
    assertThat(said(SHARES, order("BUY", 100).context().image(), limits)).isEmpty();
    assertThat(said(SHARES, order("BUY", 101).context().image(), limits)).containsExactly("c1");
  }

  /** As live, where no row gives what is usual. */
  @Test
  void aVolumeThatACandidateTakesAwayLetsNothingPass() throws Exception {
    ContextImage image =
        order("BUY", 1)
            .set(ContextNumber.ADV_PERCENT, Fixed.ONE)
            .set(ContextNumber.ADV_NOTIONAL_PERCENT, Fixed.ONE)
            .limits(
                limits().block(LimitKind.AVERAGE_DAILY_VOLUME, Fixed.ONE, "limits/a.csv:2").build())
            .context()
            .image();
    ResolvedLimits limits =
        limits()
            .block(LimitKind.MAX_ADV_PERCENT, 99 * Fixed.ONE, "limits/a.csv:3")
            .block(LimitKind.MAX_ADV_NOTIONAL_PERCENT, 99 * Fixed.ONE, "limits/a.csv:4")
            .build();
    assertThat(said(SHARES, image, limits)).containsExactly("c0", "c1");
  }

  @Test
  void whatTheLimitsSayAsBeforeStaysAsItWas() throws Exception {
    ResolvedLimits limits =
        limits()
            .block(LimitKind.AVERAGE_DAILY_VOLUME, Fixed.ONE, "limits/a.csv:2")
            .block(LimitKind.MAX_ADV_PERCENT, 5 * Fixed.ONE, "limits/a.csv:3")
            .build();
    ContextImage image =
        order("BUY", 100)
            .set(ContextNumber.ADV_PERCENT, 5 * Fixed.ONE)
            .limits(limits)
            .context()
            .image();
    assertThat(said(SHARES.subList(0, 1), image, limits)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 60000, OPEN, OPEN",
    "0, 59999, OPEN, CLOSING_AUCTION",
    "0, 59999, '', ''",
    "30001, 0, OPENING_AUCTION, CLOSED",
    "30000, 0, CLOSED, OPENING_AUCTION",
  })
  void thePhaseIsThatOfTheCandidatesWindows(long toOpen, long toClose, String then, String now)
      throws Exception {
    ContextImage image =
        order("BUY", 1)
            .set(ContextText.PHASE, then)
            .set(ContextNumber.MILLIS_TO_OPEN, toOpen)
            .set(ContextNumber.MILLIS_TO_CLOSE, toClose)
            .context()
            .image();
    ResolvedLimits limits =
        limits()
            .block(LimitKind.OPENING_AUCTION, 30_000, "limits/a.csv:2")
            .block(LimitKind.CLOSING_AUCTION, 59_999, "limits/a.csv:3")
            .build();
    List<String> phases = List.of("CLOSED", "OPENING_AUCTION", "OPEN", "CLOSING_AUCTION");
    List<String> conditions = phases.stream().map("phase == \"%s\""::formatted).toList();
    List<String> expected = now.isEmpty() ? List.of() : List.of("c" + phases.indexOf(now));
    assertThat(said(conditions, image, limits)).isEqualTo(expected);
  }
}
