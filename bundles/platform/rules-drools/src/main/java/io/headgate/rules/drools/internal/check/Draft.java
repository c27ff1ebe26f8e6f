package io.headgate.rules.drools.internal.check;

import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import java.util.Arrays;

/** An order context in the making, field by field. */
final class Draft {

  private static final ContextNumber[] NUMBERS = ContextNumber.values();
  private static final ContextText[] TEXTS = ContextText.values();
  private static final LimitKind[] KINDS = LimitKind.values();

  private final long[] numbers = new long[NUMBERS.length];
  private final String[] texts = new String[TEXTS.length];
  private final long[] block = new long[KINDS.length];
  private final long[] warn = new long[KINDS.length];
  private String source = "";

  /** A plain buy order without a limit on it. */
  Draft() {
    Arrays.fill(texts, "-");
    for (LimitKind kind : KINDS) {
      block[kind.ordinal()] = kind.absent();
      warn[kind.ordinal()] = kind.absent();
    }
    set(ContextNumber.DUPLICATE_AGE_MILLIS, Long.MAX_VALUE);
    set(ContextNumber.MULTIPLIER, 1_000_000_000L);
    set(ContextText.ACCOUNT, "EXAMPLE");
    set(ContextText.ASSET_CLASS, "EQUITY");
    set(ContextText.SIDE, "BUY");
    set(ContextText.ORD_TYPE, "LIMIT");
    set(ContextText.TIME_IN_FORCE, "DAY");
    set(ContextText.REQUEST, "NEW");
  }

  long get(ContextNumber field) {
    return numbers[field.ordinal()];
  }

  long get(LimitKind kind, boolean warning) {
    return (warning ? warn : block)[kind.ordinal()];
  }

  void set(ContextNumber field, long value) {
    numbers[field.ordinal()] = value;
  }

  void set(ContextText field, String value) {
    texts[field.ordinal()] = value;
  }

  void set(LimitKind kind, boolean warning, long value) {
    (warning ? warn : block)[kind.ordinal()] = value;
  }

  /** Where its limits stand. */
  void source(String place) {
    source = place;
  }

  /** Puts it into an order context without verdicts. */
  OrderContext fill(ContextEditor editor) {
    editor.begin();
    for (ContextNumber field : NUMBERS) {
      editor.set(field, numbers[field.ordinal()]);
    }
    for (ContextText field : TEXTS) {
      editor.set(field, texts[field.ordinal()]);
    }
    ResolvedLimits.Builder limits = ResolvedLimits.builder(Long.MAX_VALUE);
    for (LimitKind kind : KINDS) {
      limits.block(kind, block[kind.ordinal()], source).warn(kind, warn[kind.ordinal()]);
    }
    return editor.limits(limits.build()).context();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (ContextText field : TEXTS) {
      text.append(field.property()).append('=').append(texts[field.ordinal()]).append(' ');
    }
    for (ContextNumber field : NUMBERS) {
      text.append(field.property()).append('=').append(get(field)).append(' ');
    }
    for (LimitKind kind : KINDS) {
      text.append(kind.word()).append('=').append(get(kind, false)).append('/');
      text.append(get(kind, true)).append(' ');
    }
    return text.toString().strip();
  }
}
