package io.headgate.spi.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResolvedLimitsTest {

  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void whatIsNotSetIsAbsent(LimitKind kind) {
    ResolvedLimits none = ResolvedLimits.none();

    assertThat(none.block(kind)).isEqualTo(kind.absent());
    assertThat(none.warn(kind)).isEqualTo(kind.absent());
    assertThat(none.source(kind)).isEmpty();
    assertThat(none.warnSource(kind)).isEmpty();
    assertThat(none.validUntil()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void eachKindIsItsOwn(LimitKind kind) {
    ResolvedLimits limits = ResolvedLimits.builder(7).block(kind, 5, "a:1").warn(kind, 4).build();

    assertThat(limits.block(kind)).isEqualTo(5);
    assertThat(limits.warn(kind)).isEqualTo(4);
    assertThat(limits.source(kind)).isEqualTo("a:1");
    for (LimitKind other : LimitKind.values()) {
      if (other != kind) {
        assertThat(limits.block(other)).isEqualTo(other.absent());
        assertThat(limits.source(other)).isEmpty();
        assertThat(limits.warnSource(other)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"MAX_TRADER_RATE", "MAX_STRATEGY_RATE", "MAX_REPEATED_EXECUTIONS", "MAX_DENIALS"})
  void whatATraderOrStrategyDoesIsHeldAgainstItsOwnLimits(LimitKind kind) {
    ResolvedLimits owner =
        ResolvedLimits.builder(7).block(kind, 5, "a:1").warn(kind, 4, "a:2").build();
    ResolvedLimits asker = ResolvedLimits.builder(9).block(kind, 6, "b:1").build();
    ResolvedLimits both = owner.tightenedBy(asker);
    assertThat(both.block(kind)).isEqualTo(6);
    assertThat(both.source(kind)).isEqualTo("b:1");
    assertThat(both.warn(kind)).isEqualTo(asker.warn(kind));
    assertThat(both.validUntil()).isEqualTo(7);
    assertThat(owner.tightenedBy(ResolvedLimits.none()).block(kind)).isEqualTo(kind.absent());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MAX_TRADER_RATE", "MAX_STRATEGY_RATE", "MAX_REPEATED_EXECUTIONS", "MAX_DENIALS"})
  void ofTwoTheTighterCountsWithItsSource(LimitKind kind) {
    ResolvedLimits low =
        ResolvedLimits.builder(7).block(kind, 5, "a:1").warn(kind, 8, "a:2").build();
    ResolvedLimits high =
        ResolvedLimits.builder(9).block(kind, 6, "b:1").warn(kind, 4, "b:2").build();
    ResolvedLimits both = low.tightenedBy(high);

    boolean window = kind.isWindow();
    assertThat(both.block(kind)).isEqualTo(window ? 6 : 5);
    assertThat(both.source(kind)).isEqualTo(window ? "b:1" : "a:1");
    assertThat(both.warn(kind)).isEqualTo(window ? 8 : 4);
    assertThat(both.warnSource(kind)).isEqualTo(window ? "a:2" : "b:2");
    assertThat(both.validUntil()).isEqualTo(7);
    assertThat(high.tightenedBy(low)).isEqualTo(both);
    assertThat(low.tightenedBy(ResolvedLimits.none())).isEqualTo(low);
    assertThat(ResolvedLimits.none().tightenedBy(low)).isEqualTo(low);
  }

  @Test
  void aWarningStandsWhereItsOwnRowDoesOrElseTheBlock() {
    LimitKind kind = LimitKind.MAX_ORDER_QTY;
    ResolvedLimits share = ResolvedLimits.builder(7).block(kind, 5, "a:1").warn(kind, 4).build();
    ResolvedLimits first = ResolvedLimits.builder(7).warn(kind, 4).block(kind, 5, "a:1").build();
    ResolvedLimits own =
        ResolvedLimits.builder(7).block(kind, 5, "a:1").warn(kind, 4, "a:2").build();
    ResolvedLimits ownFirst =
        ResolvedLimits.builder(7).warn(kind, 4, "a:2").block(kind, 5, "a:1").build();
    ResolvedLimits alone = ResolvedLimits.builder(7).warn(kind, 4, "a:2").build();

    assertThat(share.warnSource(kind)).isEqualTo("a:1");
    assertThat(first).isEqualTo(share);
    assertThat(own.warnSource(kind)).isEqualTo("a:2");
    assertThat(own.source(kind)).isEqualTo("a:1");
    assertThat(ownFirst).isEqualTo(own).isNotEqualTo(share);
    assertThat(alone.source(kind)).isEmpty();
    assertThat(alone.warnSource(kind)).isEqualTo("a:2");
  }

  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void wordsReadBack(LimitKind kind) {
    assertThat(LimitKind.ofWord(kind.word())).contains(kind);
    assertThat(LimitKind.ofWord(kind.name())).isEmpty();
  }

  @Test
  void equalityIsByValueAndSource() {
    ResolvedLimits one = limits(1, "a:1", 9);

    assertThat(one).isEqualTo(limits(1, "a:1", 9)).hasSameHashCodeAs(limits(1, "a:1", 9));
    assertThat(one).isNotEqualTo(limits(2, "a:1", 9));
    assertThat(one).isNotEqualTo(limits(1, "a:2", 9));
    assertThat(one).isNotEqualTo(limits(1, "a:1", 8));
  }

  private static ResolvedLimits limits(long value, String source, long validUntil) {
    return ResolvedLimits.builder(validUntil).block(LimitKind.MAX_ORDER_QTY, value, source).build();
  }

  @Test
  void aUsedBuilderDoesNotReachIntoWhatItBuilt() {
    ResolvedLimits.Builder builder = ResolvedLimits.builder(9);
    ResolvedLimits built = builder.block(LimitKind.MAX_ORDER_QTY, 5, "a:1").build();

    builder.block(LimitKind.MAX_ORDER_QTY, 6, "a:2");

    assertThat(built.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(5);
  }
}
