package io.headgate.rules.drools.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.spi.explain.Explanation;
import io.headgate.spi.explain.Finding;
import io.headgate.spi.explain.Finding.Outcome;
import io.headgate.spi.explain.RuleCosts.RuleCost;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.RuleSet;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.time.FixedClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DroolsInsightTest {

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private volatile @Nullable RuleSet serving;
  private final DroolsInsight insight = new DroolsInsight(() -> serving, journal, new FixedClock());

  private static CompiledRules rules(String hash, String... conditions) throws Exception {
    return new RuleCompiler(true).compile(hash.repeat(64), Rules.of(List.of(conditions))).rules();
  }

  private ClOrdId decided(String hash, long quantity, @Nullable ContextImage image)
      throws Exception {
    ClOrdId id = ClOrdId.parse("N1-1-" + (journal.durableSequence() + 1));
    NewOrder order =
        NewOrder.market(
            Originator.trader("A1", "tom"),
            InstrumentId.parse("SPY.ARCA"),
            Side.BUY,
            quantity * Fixed.ONE);
    Decision decision = new Decision(id, 0, 1, order, true, List.of(), hash, "sim");
    journal.append(new JournalRecord.Decided(1, decision, null, image));
    return id;
  }

  private static ContextImage image(long quantity) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, quantity * Fixed.ONE)
        .context()
        .image();
  }

  @AfterEach
  void stop() {
    insight.deactivate();
  }

  @Test
  void explainsFromTheRecordByTheSetThatDecided() throws Exception {
    serving = rules("a", "quantity > 10");
    insight.follow();
    decided("a".repeat(64), 5, image(5));
    ClOrdId large = decided("a".repeat(64), 11, image(11));
    serving = rules("b", "quantity > 100");

    Explanation found = insight.explain(large);

    assertThat(found.exact()).isTrue();
    assertThat(found.ruleSet()).isEqualTo("a".repeat(64));
    assertThat(found.decision().sequence()).isEqualTo(2);
    assertThat(found.findings()).extracting(Finding::outcome).containsExactly(Outcome.APPLIED);
  }

  @Test
  void whereThatSetIsForgottenItSaysSoAndAsksTheServingOne() throws Exception {
    serving = rules("b", "quantity > 100");
    ClOrdId id = decided("a".repeat(64), 11, image(11));

    Explanation found = insight.explain(id);

    assertThat(found.exact()).isFalse();
    assertThat(found.ruleSet()).isEqualTo("b".repeat(64));
    assertThat(found.note()).contains("a".repeat(64)).contains("not in memory");
    assertThat(found.findings())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.DID_NOT_APPLY);
  }

  @Test
  void whatTheRulesWereNotAskedAboutSaysSo() throws Exception {
    ClOrdId id = decided("", 11, null);
    assertThat(insight.explain(id).note()).contains("not asked");
    assertThat(insight.explain(id).findings()).isEmpty();
  }

  @Test
  void anUnknownOrderIsSaid() {
    assertThatThrownBy(() -> insight.explain(ClOrdId.parse("N1-9-9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("N1-9-9");
  }

  @Test
  void nearMissesAreCountedOfWhatTheServingSetDecided() throws Exception {
    CompiledRules rules = rules("a", "quantity > 100");
    serving = rules;
    insight.follow();
    decided("a".repeat(64), 96, image(96));
    decided("b".repeat(64), 96, image(96));
    insight.follow();
    insight.follow();
    assertThat(rules.describe()).extracting(RuleInfo::nearMisses).containsExactly(1L);
  }

  @Test
  void oneLookCountsAllThatIsNewWhileItHasTime() throws Exception {
    CompiledRules rules = rules("a", "quantity > 100");
    JournalTail tail = new JournalTail(journal, () -> rules, 1, () -> 0);
    for (int i = 0; i < 6_000; i++) {
      decided("a".repeat(64), 96, image(96));
    }
    tail.look();
    assertThat(rules.describe()).extracting(RuleInfo::nearMisses).containsExactly(6_000L);
  }

  @Test
  void aLookEndsWhenItsTimeIsUpAndTheNextGoesOn() throws Exception {
    CompiledRules rules = rules("a", "quantity > 100");
    AtomicLong nanos = new AtomicLong();
    JournalTail tail = new JournalTail(journal, () -> rules, 30, () -> nanos.getAndAdd(10));
    int all = 4 * JournalTail.RECORDS_AT_ONCE;
    for (int i = 0; i < all; i++) {
      decided("a".repeat(64), 96, image(96));
    }
    tail.look();
    long first = rules.describe().get(0).nearMisses();
    assertThat(first).isEqualTo(3L * JournalTail.RECORDS_AT_ONCE);
    tail.look();
    assertThat(rules.describe().get(0).nearMisses()).isEqualTo(all);
  }

  @Test
  void allOfTheJournalIsReadForOneAtATime() throws Exception {
    ClOrdId one = decided("a".repeat(64), 5, image(5));
    ClOrdId other = decided("a".repeat(64), 6, image(6));
    AtomicReference<@Nullable DecisionRecords> records = new AtomicReference<>();
    List<Throwable> refused = new ArrayList<>();
    InvocationHandler asksAgain =
        (proxy, method, arguments) -> {
          DecisionRecords asked = records.getAndSet(null);
          if (asked != null) {
            refused.add(catchThrowable(() -> asked.find(other, null)));
          }
          return method.invoke(journal, arguments);
        };
    Journal busy =
        (Journal)
            Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, asksAgain);
    DecisionRecords found = new DecisionRecords(busy);
    records.set(found);

    assertThat(found.find(one, null)).isNotNull();
    assertThat(refused)
        .singleElement()
        .isInstanceOf(IllegalStateException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("try again");
    assertThat(found.find(other, null)).as("once the first is done").isNotNull();
  }

  @Test
  void whatIsComputedOfALimitIsALimitToo() throws Exception {
    CompiledRules rules =
        rules("a", "quantity > maxOrderQty * 2", "quantity * 2 > maxOrderQty + 5");
    NearMisses nearMisses = new NearMisses();
    for (long quantity : new long[] {189, 190, 200, 201}) {
      nearMisses.count(rules, limited(quantity, 100));
    }
    nearMisses.count(rules, limited(50, 100));
    nearMisses.count(rules, image(96));
    assertThat(rules.describe()).extracting(RuleInfo::nearMisses).containsExactly(0L, 1L);
  }

  private static ContextImage limited(long quantity, long limit) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, quantity * Fixed.ONE)
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, limit * Fixed.ONE, "limits/firm.csv:4")
                .build())
        .context()
        .image();
  }

  @Test
  void costsNameEveryRuleAndItsGear() throws Exception {
    List<String> conditions = List.of("quantity > 10", "quantity * 3 > 100");
    serving =
        new RuleCompiler(rule -> rule.name().equals("c0"), source -> source)
            .compile(Rules.HASH, Rules.of(conditions))
            .rules();
    assertThat(insight.costs().rules())
        .extracting(RuleCost::rule, RuleCost::gear)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("c0", "STRAIGHT"),
            org.assertj.core.groups.Tuple.tuple("c1", "SESSION"));
  }

  @Test
  void withoutRulesNothingIsMeasured() {
    assertThatThrownBy(insight::costs)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rule:status");
  }
}
