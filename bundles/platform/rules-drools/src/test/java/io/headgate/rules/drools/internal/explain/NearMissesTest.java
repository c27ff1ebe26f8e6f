package io.headgate.rules.drools.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.FailsLater;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.sentence.SentenceFile;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissesTest {

  private static ContextImage order(long quantity) {
    return order(quantity, 100, 100);
  }

  private static ContextImage order(long quantity, long limit, long warning) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, quantity * Fixed.ONE)
        .set(ContextNumber.POSITION, -quantity * Fixed.ONE)
        .set(ContextNumber.DECISION_MILLIS, FailsLater.TODAY)
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, limit * Fixed.ONE, "limits/firm.csv:4")
                .warn(LimitKind.MAX_ORDER_QTY, warning * Fixed.ONE)
                .build())
        .context()
        .image();
  }

  private static List<Long> counted(List<String> conditions, long... quantities) throws Exception {
    return countedBy(Rules.of(conditions), quantities);
  }

  private static List<Long> countedBy(List<PlacedRule> placed, long... quantities)
      throws Exception {
    CompiledRules rules = Rules.compiled(placed).rules();
    NearMisses nearMisses = new NearMisses();
    for (long quantity : quantities) {
      nearMisses.count(rules, order(quantity));
    }
    return rules.describe().stream().map(RuleInfo::nearMisses).toList();
  }

  @Test
  void aTwentiethBelowTheLimitIsNear() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty"), 94, 95, 96, 100)).containsExactly(3L);
  }

  @Test
  void aNumberOfTheRuleIsALimitToo() throws Exception {
    assertThat(counted(List.of("quantity > 40"), 37, 38, 39)).containsExactly(2L);
    assertThat(counted(List.of("40 < quantity"), 37, 38, 39)).containsExactly(2L);
    assertThat(counted(List.of("position < -40"), 37, 38, 39))
        .as("it is below")
        .containsExactly(2L);
  }

  @Test
  void anOrderThatTheRuleCaughtIsNoMiss() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty"), 101)).containsExactly(0L);
  }

  @Test
  void whereAnotherRuleOfThePolicySpokeNothingWasMissed() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty", "quantity > 98"), 97, 99))
        .containsExactly(1L, 1L);
  }

  @Test
  void whereARuleWarnedAndBlockedNothingWasMissed() throws Exception {
    String both =
        """
        rule "both" when $o : OrderContext(quantity > 98)
        then $o.warn("TEST_NEAR", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
        $o.block("TEST_HIT", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end
        """;
    assertThat(countedBy(Rules.parsed(Rules.text("c0", "quantity > 100") + both), 97, 99))
        .containsExactly(1L, 1L);
  }

  /** It denies the order, so that no other of its policy was missed. */
  @Test
  void whereAnotherRuleOfThePolicyFailedNothingWasMissed() throws Exception {
    assertThat(counted(List.of("quantity > 100", "decisionMillis * 10000000 > 5"), 99))
        .containsExactly(0L, 0L);
  }

  @Test
  void anOrderThatIsWarnedOfIsNearTheLimitAllTheSame() throws Exception {
    assertThat(shipped(379, 380, 395, 400)).containsExactly(3L, 0L);
  }

  @Test
  void aWarningRuleCountsBelowItsLevelAndNeverWhereTheLimitBlocked() throws Exception {
    assertThat(shipped(303, 304, 319)).containsExactly(0L, 2L);
    assertThat(shipped(401, 405)).containsExactly(0L, 0L);
  }

  /** The shipped policy for the quantity of an order, with 320 of 400 to warn: its two counts. */
  private static List<Long> shipped(long... quantities) throws Exception {
    String text =
        Files.readString(Folder.SHIPPED.resolve("policies/order-quantity/order-quantity.dslr"));
    Dictionary words = Dictionary.read(Files.readString(Folder.SHIPPED.resolve(Dictionary.FILE)));
    CompiledRules rules =
        Rules.compiled(
                SentenceFile.parse(text, words).stream()
                    .map(tree -> new PlacedRule("order-quantity", "order-quantity.dslr", tree))
                    .toList())
            .rules();
    NearMisses nearMisses = new NearMisses();
    for (long quantity : quantities) {
      nearMisses.count(rules, order(quantity, 400, 320));
    }
    assertThat(rules.describe())
        .extracting(RuleInfo::name)
        .containsExactly("order quantity", "order quantity warning");
    return rules.describe().stream().map(RuleInfo::nearMisses).toList();
  }

  @Test
  void twoConditionsThatFailAreNotNear() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty, buy"), 99)).containsExactly(0L);
  }

  @Test
  void aLimitThatNobodySetIsNeverNear() throws Exception {
    assertThat(counted(List.of("quantity > maxLongPosition", "lotSize > 0"), 99))
        .containsExactly(0L, 0L);
    assertThat(counted(List.of("position > maxLongPosition", "quantity > 100"), 99))
        .as("however far below it an order is")
        .containsExactly(0L, 1L);
  }
}
