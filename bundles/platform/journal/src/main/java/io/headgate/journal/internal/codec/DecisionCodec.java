package io.headgate.journal.internal.codec;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Verdict;
import io.headgate.spi.journal.JournalRecord.Decided;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions with all that was seen, as bytes. Numbers, texts and limits of a context are counted,
 * in the order of their enums, which only grow at the end: an older journal has fewer.
 */
final class DecisionCodec {

  private static final ContextNumber[] NUMBERS = ContextNumber.values();
  private static final ContextText[] TEXTS = ContextText.values();
  private static final LimitKind[] KINDS = LimitKind.values();

  /** What stands before each limit: that there is none. */
  private static final int NO_LIMIT = 0;

  /** Or one whose warning stands where the limit does. */
  private static final int LIMIT = 1;

  /** Or one whose warning has a row of its own. */
  private static final int LIMIT_AND_WARNING = 2;

  /** What mostly decides about the limits of an order. */
  private static final ContextText[] SUBJECT = {
    ContextText.ACCOUNT, ContextText.STRATEGY, ContextText.INSTRUMENT
  };

  private DecisionCodec() {}

  static void write(Decided decided, RecordOutput out) {
    Decision decision = decided.decision();
    out.putLong(decided.timestamp());
    OrderCodec.writeId(decision.clOrdId(), out);
    out.putCompact(decision.tsDecided() - decided.timestamp());
    OrderCodec.writeIntent(decision.intent(), out);
    out.putBoolean(decision.accepted());
    writeVerdicts(decision.verdicts(), out);
    out.putText(decision.ruleSet());
    out.putText(decision.broker());
    OrderCodec.writeCommand(decided.command(), decision.intent(), out);
    writeContext(decided.context(), out);
  }

  static Decided read(RecordInput in, long sequence) {
    long timestamp = in.getLong();
    Decision decision =
        new Decision(
            OrderCodec.readId(in),
            sequence,
            timestamp + in.getCompact(),
            OrderCodec.readIntent(in),
            in.getBoolean(),
            readVerdicts(in),
            in.getText(),
            in.getText());
    return new Decided(
        timestamp, decision, OrderCodec.readCommand(in, decision.intent()), readContext(in));
  }

  private static void writeVerdicts(List<Verdict> verdicts, RecordOutput out) {
    out.putCount(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      out.putText(verdict.rule());
      EnumCode.SEVERITY.write(verdict.severity(), out);
      out.putText(verdict.reason());
      out.putCompact(verdict.measured());
      out.putCompact(verdict.limit());
      EnumCode.UNIT.write(verdict.unit(), out);
      out.putText(verdict.source());
    }
  }

  private static List<Verdict> readVerdicts(RecordInput in) {
    int count = in.getCount();
    List<Verdict> verdicts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      verdicts.add(
          new Verdict(
              in.getText(),
              EnumCode.SEVERITY.read(in),
              in.getText(),
              in.getCompact(),
              in.getCompact(),
              EnumCode.UNIT.read(in),
              in.getText()));
    }
    return verdicts;
  }

  private static void writeContext(@Nullable ContextImage context, RecordOutput out) {
    out.putBoolean(context != null);
    if (context == null) {
      return;
    }
    out.putCount(NUMBERS.length);
    for (ContextNumber field : NUMBERS) {
      out.putCompact(context.number(field));
    }
    out.putCount(TEXTS.length);
    for (ContextText field : TEXTS) {
      out.putText(context.text(field));
    }
    ResolvedLimits limits = context.limits();
    out.putLong(limits.validUntil());
    out.putCount(KINDS.length);
    for (LimitKind kind : KINDS) {
      writeLimit(limits, kind, out);
    }
  }

  /** Most kinds are absent for most orders; that takes one byte. */
  private static void writeLimit(ResolvedLimits limits, LimitKind kind, RecordOutput out) {
    boolean absent =
        limits.block(kind) == kind.absent()
            && limits.warn(kind) == kind.absent()
            && limits.source(kind).isEmpty()
            && limits.warnSource(kind).isEmpty();
    if (absent) {
      out.putByte(NO_LIMIT);
      return;
    }
    boolean together = limits.warnSource(kind).equals(limits.source(kind));
    out.putByte(together ? LIMIT : LIMIT_AND_WARNING);
    out.putCompact(limits.block(kind));
    out.putCompact(limits.warn(kind));
    out.putText(limits.source(kind));
    if (!together) {
      out.putText(limits.warnSource(kind));
    }
  }

  private static @Nullable ContextImage readContext(RecordInput in) {
    if (!in.getBoolean()) {
      return null;
    }
    long[] numbers = in.getCompacts();
    String[] texts = new String[in.getCount()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.getText();
    }
    ResolvedLimits limits = in.getLimits(whose(texts), DecisionCodec::readLimits);
    // It copies what it is given.
    return new ContextImage(numbers, texts, limits);
  }

  private static int whose(String[] texts) {
    int hash = 1;
    for (ContextText field : SUBJECT) {
      hash = 31 * hash + (field.ordinal() < texts.length ? texts[field.ordinal()].hashCode() : 0);
    }
    return hash;
  }

  private static ResolvedLimits readLimits(RecordInput in) {
    ResolvedLimits.Builder limits = ResolvedLimits.builder(in.getLong());
    int kinds = in.getCount();
    if (kinds > KINDS.length) {
      throw new MalformedRecordException(
          "%d kinds of limits, this version knows %d".formatted(kinds, KINDS.length));
    }
    for (int i = 0; i < kinds; i++) {
      readLimit(in, KINDS[i], limits);
    }
    return limits.build();
  }

  private static void readLimit(RecordInput in, LimitKind kind, ResolvedLimits.Builder limits) {
    int form = in.getByte();
    if (form == NO_LIMIT) {
      return;
    }
    if (form > LIMIT_AND_WARNING) {
      throw new MalformedRecordException(
          "byte %d before the limit %s, this version knows 0 to %d"
              .formatted(form, kind.word(), LIMIT_AND_WARNING));
    }
    long block = in.getCompact();
    long warn = in.getCompact();
    limits.block(kind, block, in.getText());
    if (form == LIMIT) {
      limits.warn(kind, warn);
    } else {
      limits.warn(kind, warn, in.getText());
    }
  }
}
