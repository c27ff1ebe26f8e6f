package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Unit;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account has asked for since the trading day began, as rules see it. */
class DayValueTest {

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final VenueSimulator venue = new VenueSimulator("sim");
  private final EngineFixture fixture = new EngineFixture(journal, new UnlimitedRights(), venue);

  @BeforeEach
  void start() {
    venue.reacting(Reaction.ACKNOWLEDGE);
    fixture.started();
  }

  /** Before the probe, which asks for 10 and is blocked. */
  private static String asked(EngineFixture fixture) {
    fixture.rules.set(context -> context.block("PROBE_ONLY", 0, 0, Unit.COUNT));
    fixture.submit(buy(1, "10"));
    fixture.rules.set(context -> {});
    List<JournalRecord.Decided> decided =
        ((InMemoryJournal) fixture.journal).records(JournalRecord.Decided.class);
    ContextImage image = Objects.requireNonNull(decided.get(decided.size() - 1).context());
    return Fixed.formatAmount(
        image.number(ContextNumber.DAY_ORDER_VALUE) - Fixed.parseAmount("10"));
  }

  private String replaced(ClOrdId id, long quantity, String price) {
    assertThat(
            fixture
                .submit(new ReplaceOrder(ME, "", id, quantity * Fixed.ONE, Fixed.parse(price)))
                .accepted())
        .isTrue();
    return asked(fixture);
  }

  private static EngineFixture started(Journal journal) {
    return new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim")).started();
  }

  @Test
  void ofAReplaceCountsOnlyWhatItAdds() {
    ClOrdId id = fixture.submit(buy(1_000, "10")).clOrdId();
    assertThat(asked(fixture)).isEqualTo("10000");
    assertThat(replaced(id, 1_001, "10")).as("1 × 10 more").isEqualTo("10010");
    assertThat(replaced(id, 1_001, "12")).as("1,001 × 2 more").isEqualTo("12012");
    assertThat(replaced(id, 1_101, "13")).as("from 12,012 to 14,313").isEqualTo("14313");
    assertThat(replaced(id, 1_000, "10")).as("less").isEqualTo("14313");
    assertThat(replaced(id, 500, "20")).as("as much").isEqualTo("14313");
    assertThat(replaced(id, 600, "2")).as("100 × 2 more").isEqualTo("14513");

    venue.fill(id, 400 * Fixed.ONE, 2 * Fixed.ONE);
    assertThat(replaced(id, 600, "3")).as("of 200 that can still fill").isEqualTo("14713");
    assertThat(asked(started(journal.crashed()))).isEqualTo("14713");
  }

  private Decision replace(ClOrdId id, long quantity, String price) {
    return fixture.submit(new ReplaceOrder(ME, "", id, quantity * Fixed.ONE, Fixed.parse(price)));
  }

  /** As the policy has it: above the limit, and it adds something. */
  @Test
  void aReplaceThatRaisesOnlyItsPriceIsHeldAgainstTheDay() {
    long limit = Fixed.parseAmount("12000");
    fixture.rules.set(
        context -> {
          if (context.getDayOrderValue() > limit && context.getAddedValue() > 0) {
            context.block("NOTIONAL_DAY", context.getDayOrderValue(), limit, Unit.AMOUNT);
          }
        });
    ClOrdId id = fixture.submit(buy(1_000, "10")).clOrdId();
    assertThat(replace(id, 1_000, "12.01").reason()).isEqualTo("NOTIONAL_DAY");
    assertThat(replace(id, 1_000, "12").accepted()).as("12,000 are allowed").isTrue();
    assertThat(replace(id, 1_000, "12.01").accepted()).isFalse();
    assertThat(replace(id, 1_000, "11").accepted()).as("it adds nothing").isTrue();
    assertThat(replace(id, 900, "12").accepted()).as("10,800 are less than 11,000").isTrue();
    assertThat(replace(id, 901, "12").accepted()).as("12 more").isFalse();
  }

  @Test
  void aSaleThatIsChargedAtWhatItCanGetAddsNothingBelowThat() {
    ClOrdId id = fixture.submit(sell(10, "50")).clOrdId();
    String before = asked(fixture);
    assertThat(replaced(id, 10, "90")).isEqualTo(before);
    assertThat(replaced(id, 10, "200")).isNotEqualTo(before);
  }

  @Test
  void whatWasDeniedCountsNothing() {
    ClOrdId id = fixture.submit(buy(1_000, "10")).clOrdId();
    fixture.rules.set(context -> context.block("NO_MORE", 0, 0, Unit.COUNT));
    fixture.submit(new ReplaceOrder(ME, "", id, 2_000 * Fixed.ONE, 10 * Fixed.ONE));
    assertThat(asked(fixture)).isEqualTo("10000");
  }

  @Test
  void aJournalOfAVersionThatDidNotMeasureItCountsNotionals() throws Exception {
    ClOrdId id = fixture.submit(buy(1_000, "10")).clOrdId();
    replaced(id, 1_001, "10");
    replaced(id, 500, "10");
    InMemoryJournal older = InMemoryJournal.durableAtOnce();
    for (JournalRecord entry : journal.records()) {
      older.append(entry instanceof JournalRecord.Decided decided ? older(decided) : entry);
    }
    assertThat(asked(started(older))).isEqualTo("20010");
  }

  private static JournalRecord older(JournalRecord.Decided decided) {
    ContextImage image = Objects.requireNonNull(decided.context());
    long[] numbers =
        Stream.of(ContextNumber.values())
            .limit(ContextNumber.DAY_ORDER_VALUE.ordinal())
            .mapToLong(image::number)
            .toArray();
    String[] texts = Stream.of(ContextText.values()).map(image::text).toArray(String[]::new);
    return new JournalRecord.Decided(
        decided.timestamp(),
        decided.decision(),
        decided.command(),
        new ContextImage(numbers, texts, image.limits()));
  }
}
