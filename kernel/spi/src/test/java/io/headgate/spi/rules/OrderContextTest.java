package io.headgate.spi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderContextTest {

  private final ContextEditor editor = new ContextEditor();

  private static Object read(OrderContext context, String property) throws Exception {
    String name = "get" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    return OrderContext.class.getMethod(name).invoke(context);
  }

  private void fill() {
    long value = 1_000;
    for (ContextNumber field : ContextNumber.values()) {
      editor.set(field, value++);
    }
    for (ContextText field : ContextText.values()) {
      editor.set(field, "text of " + field);
    }
    ResolvedLimits.Builder limits = ResolvedLimits.builder(9);
    for (LimitKind kind : LimitKind.values()) {
      limits
          .block(kind, value++, "limits/x.csv:" + kind.ordinal())
          .warn(kind, value++, "limits/y.csv:" + kind.ordinal());
    }
    editor.limits(limits.build());
  }

  @ParameterizedTest
  @EnumSource(ContextNumber.class)
  void everyNumberHasItsGetter(ContextNumber field) throws Exception {
    fill();

    assertThat(read(editor.context(), field.property()))
        .isEqualTo(1_000L + field.ordinal())
        .isEqualTo(editor.context().number(field));
  }

  @ParameterizedTest
  @EnumSource(ContextText.class)
  void everyTextHasItsGetter(ContextText field) throws Exception {
    fill();

    assertThat(read(editor.context(), field.property()))
        .isEqualTo("text of " + field)
        .isEqualTo(editor.context().text(field));
  }

  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void everyLimitHasTwoGetters(LimitKind kind) throws Exception {
    fill();
    String property = ContextText.camelCase(kind.word().replace('-', '_'));
    String warning =
        "warn" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);

    ResolvedLimits limits = editor.context().limits();
    assertThat(read(editor.context(), property)).isEqualTo(limits.block(kind));
    assertThat(read(editor.context(), warning)).isEqualTo(limits.warn(kind));
  }

  @Test
  void thereIsNoGetterWithoutAField() {
    Set<String> known = new HashSet<>(Set.of("class"));
    Arrays.stream(ContextNumber.values()).map(ContextNumber::property).forEach(known::add);
    Arrays.stream(ContextText.values()).map(ContextText::property).forEach(known::add);
    for (LimitKind kind : LimitKind.values()) {
      String property = ContextText.camelCase(kind.word().replace('-', '_'));
      known.add(property);
      known.add("warn" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1));
    }

    List<String> getters =
        Arrays.stream(OrderContext.class.getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> name.startsWith("get"))
            .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
            .toList();

    assertThat(known).containsAll(getters);
  }

  @Test
  void propertiesAreDistinct() {
    Set<String> seen = new HashSet<>();
    for (ContextNumber field : ContextNumber.values()) {
      assertThat(seen.add(field.property())).as("%s", field).isTrue();
      assertThat(field.unit()).isNotNull();
    }
    for (ContextText field : ContextText.values()) {
      assertThat(seen.add(field.property())).as("%s", field).isTrue();
    }
  }

  @Test
  void verdictsComeInOrderWithTheRuleThatSpoke() {
    fill();
    OrderContext context = editor.begin().context();
    long limit = context.limits().block(LimitKind.MAX_ORDER_QTY);
    long warning = context.limits().warn(LimitKind.PRICE_COLLAR);

    context.beginRule("one");
    context.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, 7);
    context.beginRule("two");
    context.warn("PRICE_COLLAR", LimitKind.PRICE_COLLAR, 8);
    context.warn("X_Y", 9, 10, Unit.COUNT);

    assertThat(context.verdicts())
        .containsExactly(
            new Verdict("one", Severity.BLOCK, "QTY_MAX", 7, limit, Unit.QTY, "limits/x.csv:0"),
            new Verdict(
                "two", Severity.WARN, "PRICE_COLLAR", 8, warning, Unit.BPS, "limits/y.csv:2"),
            new Verdict("two", Severity.WARN, "X_Y", 9, 10, Unit.COUNT, ""));
    assertThat(context.isBlocked()).isTrue();
  }

  @Test
  void warningsDoNotBlock() {
    OrderContext context = editor.begin().context();

    context.warn("X_Y", 1, 2, Unit.COUNT);

    assertThat(context.isBlocked()).isFalse();
    assertThat(context.verdictCount()).isEqualTo(1);
  }

  @Test
  void aBlockBeyondTheLastPlaceStillBlocks() {
    OrderContext context = editor.begin().context();
    for (int i = 0; i < OrderContext.MAX_VERDICTS; i++) {
      context.warn("X_Y", i, 0, Unit.COUNT);
    }

    context.block("X_Z", 1, 0, Unit.COUNT);
    context.warn("X_LATE", 1, 0, Unit.COUNT);

    assertThat(context.verdicts()).hasSize(OrderContext.MAX_VERDICTS);
    assertThat(context.isBlocked()).isTrue();
    assertThat(reasons(context)).as("instead of the last warning").endsWith("X_Y", "X_Z");
    for (int i = 1; i < OrderContext.MAX_VERDICTS; i++) {
      context.block("X_B" + i, 1, 0, Unit.COUNT);
    }
    assertThat(reasons(context)).doesNotContain("X_Y").startsWith("X_B63").endsWith("X_B1", "X_Z");
  }

  @Test
  void aVerdictThatHaltsIsKeptInsteadOfOneThatMerelyDenies() {
    OrderContext context = editor.begin().context();
    for (int i = 0; i < OrderContext.MAX_VERDICTS - 1; i++) {
      context.block("X_Y", i, 0, Unit.COUNT);
    }
    context.block("HALT_STRATEGY_ONE", 1, 0, Unit.COUNT);
    context.block("X_LATE", 1, 0, Unit.COUNT);
    context.beginRule("halts");
    context.block("HALT_ACCOUNT_TWO", 7, 5, Unit.COUNT);

    assertThat(reasons(context))
        .hasSize(OrderContext.MAX_VERDICTS)
        .endsWith("X_Y", "HALT_ACCOUNT_TWO", "HALT_STRATEGY_ONE")
        .doesNotContain("X_LATE");
    assertThat(context.verdicts().get(62).describe())
        .isEqualTo("BLOCK HALT_ACCOUNT_TWO by halts: measured 7, limit 5 count");
  }

  private static List<String> reasons(OrderContext context) {
    return context.verdicts().stream().map(Verdict::reason).toList();
  }

  @Test
  void theNextOrderStartsWithoutVerdicts() {
    OrderContext context = editor.begin().context();
    context.beginRule("one");
    context.block("X_Y", 1, 2, Unit.COUNT);

    editor.begin();
    context.warn("X_Z", 1, 2, Unit.COUNT);

    assertThat(context.isBlocked()).isFalse();
    assertThat(context.verdicts()).extracting(Verdict::rule).containsExactly("");
  }

  @Test
  void sideAndRequestAreReadAsWords() {
    editor.set(ContextText.SIDE, "BUY").set(ContextText.REQUEST, "REPLACE");
    assertThat(editor.context().isBuy()).isTrue();
    assertThat(editor.context().isReplace()).isTrue();

    editor.set(ContextText.SIDE, "SELL").set(ContextText.REQUEST, "NEW");
    assertThat(editor.context().isBuy()).isFalse();
    assertThat(editor.context().isReplace()).isFalse();
  }

  @Test
  void anImageBringsEverythingBack() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      for (ContextNumber field : ContextNumber.values()) {
        editor.set(field, random.nextLong());
      }
      for (ContextText field : ContextText.values()) {
        editor.set(field, Long.toString(random.nextLong(), 36));
      }
      ContextImage image = editor.context().image();

      OrderContext restored = new ContextEditor().restore(image);

      assertThat(restored.image()).isEqualTo(image).hasSameHashCodeAs(image);
      for (ContextNumber field : ContextNumber.values()) {
        assertThat(restored.number(field)).isEqualTo(image.number(field));
      }
      for (ContextText field : ContextText.values()) {
        assertThat(restored.text(field)).isEqualTo(image.text(field));
      }
    }
  }

  @Test
  void anImageDoesNotChangeWithItsContext() {
    fill();
    ContextImage image = editor.context().image();

    editor.set(ContextNumber.QUANTITY, -1).set(ContextText.ACCOUNT, "other");
    editor.limits(ResolvedLimits.none());

    assertThat(image.number(ContextNumber.QUANTITY)).isEqualTo(1_000);
    assertThat(image.text(ContextText.ACCOUNT)).isEqualTo("text of ACCOUNT");
    assertThat(image.limits()).isNotEqualTo(ResolvedLimits.none());
  }

  @Test
  void anImageDoesNotChangeWithTheArraysItWasMadeOf() {
    long[] numbers = {5};
    String[] texts = {"ACC1"};
    ContextImage image = new ContextImage(numbers, texts, ResolvedLimits.none());

    numbers[0] = 6;
    texts[0] = "ACC2";

    assertThat(image.number(ContextNumber.QUANTITY)).isEqualTo(5);
    assertThat(image.text(ContextText.ACCOUNT)).isEqualTo("ACC1");
  }

  @Test
  void anImageOfAnOlderVersionReadsAsZeroAndEmpty() {
    ContextImage image =
        new ContextImage(new long[] {5}, new String[] {"ACC1"}, ResolvedLimits.none());

    assertThat(image.number(ContextNumber.DECISION_MILLIS)).isZero();
    assertThat(image.text(ContextText.REQUEST)).isEmpty();
  }

  @Test
  void anOrderThatAddedQuantityAddedItsNotionalBeforeThatWasMeasured() {
    long[] older = new long[ContextNumber.ADDED_VALUE.ordinal()];
    older[ContextNumber.NOTIONAL.ordinal()] = 700;
    ContextImage adds = added(older, 1);
    assertThat(adds.number(ContextNumber.ADDED_VALUE)).isEqualTo(700);
    assertThat(added(older, 0).number(ContextNumber.ADDED_VALUE)).isZero();
    assertThat(added(older, -1).number(ContextNumber.ADDED_VALUE)).isZero();
    long[] measured = Arrays.copyOf(older, ContextNumber.ADDED_VALUE.ordinal() + 1);
    measured[ContextNumber.ADDED_VALUE.ordinal()] = 30;
    assertThat(added(measured, 1).number(ContextNumber.ADDED_VALUE)).isEqualTo(30);
  }

  @Test
  void theShortPositionOfTheNodeWasThatOfAllNodesBeforeItWasMeasured() {
    long[] older = new long[ContextNumber.OWN_SHORT_POSITION.ordinal()];
    older[ContextNumber.WORST_SHORT_POSITION.ordinal()] = 40;
    assertThat(added(older, 1).number(ContextNumber.OWN_SHORT_POSITION)).isEqualTo(40);
    long[] measured = Arrays.copyOf(older, ContextNumber.OWN_SHORT_POSITION.ordinal() + 1);
    assertThat(added(measured, 1).number(ContextNumber.OWN_SHORT_POSITION)).isZero();
  }

  private static ContextImage added(long[] numbers, long quantity) {
    numbers[ContextNumber.ADDED_QUANTITY.ordinal()] = quantity;
    return new ContextImage(numbers, new String[0], ResolvedLimits.none());
  }

  @Test
  void anImageOfANewerVersionIsRefused() {
    long[] numbers = new long[ContextNumber.values().length + 1];

    assertThatThrownBy(() -> new ContextImage(numbers, new String[0], ResolvedLimits.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(numbers.length));
  }

  @Test
  void imagesDifferInEveryField() {
    fill();
    ContextImage image = editor.context().image();
    for (ContextNumber field : ContextNumber.values()) {
      editor.restore(image);
      editor.set(field, -5);
      assertThat(editor.context().image()).as("%s", field).isNotEqualTo(image);
    }
    for (ContextText field : ContextText.values()) {
      editor.restore(image);
      editor.set(field, "?");
      assertThat(editor.context().image()).as("%s", field).isNotEqualTo(image);
    }
    editor.restore(image);
    editor.limits(ResolvedLimits.none());
    assertThat(editor.context().image()).isNotEqualTo(image);
  }
}
