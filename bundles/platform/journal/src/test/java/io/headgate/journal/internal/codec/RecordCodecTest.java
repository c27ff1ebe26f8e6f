package io.headgate.journal.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.journal.internal.RandomRecords;
import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {

  private static final int HEADER = 28;
  private static final long SEQUENCE = 42;

  private final RecordOutput out = new RecordOutput();
  private final KnownTexts known = new KnownTexts();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyRecordReadsAsItWasWritten(int kind) {
    for (long seed = 0; seed < 3_000; seed++) {
      JournalRecord record = new RandomRecords(seed).next(kind);

      JournalRecord read = roundTrip(record);

      assertThat(read).as("seed %d", seed).isEqualTo(numbered(record));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aRecordCutAnywhereIsMalformedAndNothingElse(long seed) {
    RandomRecords records = new RandomRecords(seed);
    for (int kind = 0; kind < 8; kind++) {
      out.begin(HEADER);
      int type = RecordCodec.write(records.next(kind), out);
      for (int end = HEADER; end < out.length(); end++) {
        RecordInput cut = new RecordInput(out.bytes(), HEADER, end, known);
        assertThatThrownBy(() -> RecordCodec.read(type, RecordCodec.VERSION, cut, SEQUENCE))
            .isInstanceOf(MalformedRecordException.class);
      }
    }
  }

  @Test
  void limitsThatChangeBetweenTheOrdersOfOneSubjectAreReadAsTheyWereWritten() {
    RandomRecords records = new RandomRecords(9);
    String[] texts = new String[ContextText.values().length];
    Arrays.fill(texts, "same");
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      JournalRecord.Decided any = records.accepted();
      ResolvedLimits.Builder limits = ResolvedLimits.builder(random.nextInt(2));
      for (LimitKind kind : List.of(LimitKind.MAX_ORDER_QTY, last(LimitKind.values()))) {
        if (random.nextBoolean()) {
          limits
              .block(kind, random.nextInt(2), random.nextBoolean() ? "a:1" : "a:2")
              .warn(kind, random.nextInt(2), random.nextBoolean() ? "a:1" : "a:2");
        }
      }
      JournalRecord record =
          new JournalRecord.Decided(
              any.timestamp(),
              any.decision(),
              any.command(),
              new ContextImage(new long[] {i}, texts, limits.build()));

      assertThat(roundTrip(record)).as("order %d", i).isEqualTo(numbered(record));
    }
  }

  /** The bytes of a limit: what stands in journals as 1 is read as ever, 2 has a row more. */
  @Test
  void aWarningWithARowOfItsOwnIsKeptBesideItsLimit() {
    LimitKind kind = LimitKind.MAX_ORDER_QTY;
    ResolvedLimits none = ResolvedLimits.builder(1).build();
    ResolvedLimits share = ResolvedLimits.builder(1).block(kind, 5, "a:1").warn(kind, 4).build();
    ResolvedLimits own =
        ResolvedLimits.builder(1).block(kind, 5, "a:1").warn(kind, 4, "b:2").build();
    ResolvedLimits alone = ResolvedLimits.builder(1).warn(kind, 0, "c:3").build();
    String rest = "00".repeat(LimitKind.values().length - 1);

    assertThat(hex(limited(none))).endsWith("00" + rest);
    assertThat(hex(limited(share))).endsWith("01" + "0a" + "08" + "03613a31" + rest);
    assertThat(hex(limited(own))).endsWith("02" + "0a" + "08" + "03613a31" + "03623a32" + rest);
    assertThat(hex(limited(alone)))
        .endsWith("02" + "feffffffffffffffff01" + "00" + "00" + "03633a33" + rest);
    for (ResolvedLimits limits : List.of(none, share, own, alone)) {
      assertThat(roundTrip(limited(limits))).isEqualTo(numbered(limited(limits)));
    }
  }

  @Test
  void aLimitOfANewerFormIsRefusedByName() {
    ResolvedLimits limits =
        ResolvedLimits.builder(1).block(last(LimitKind.values()), 5, "a:1").build();
    out.begin(HEADER);
    int type = RecordCodec.write(limited(limits), out);
    byte[] newer = Arrays.copyOf(out.bytes(), out.length());
    int form = newer.length - "a:1".length() - 1 - 10 - 1 - 1;
    assertThat(newer[form]).isEqualTo((byte) 1);
    newer[form] = 3;
    RecordInput in = new RecordInput(newer, HEADER, newer.length, known);

    assertThatThrownBy(() -> RecordCodec.read(type, RecordCodec.VERSION, in, SEQUENCE))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("byte 3 before the limit " + last(LimitKind.values()).word());
  }

  private static JournalRecord limited(ResolvedLimits limits) {
    JournalRecord.Decided any = new RandomRecords(3).accepted();
    return new JournalRecord.Decided(
        any.timestamp(),
        any.decision(),
        any.command(),
        new ContextImage(new long[0], new String[0], limits));
  }

  private static LimitKind last(LimitKind... kinds) {
    return kinds[kinds.length - 1];
  }

  @Test
  void anOlderContextWithFewerFieldsIsRead() {
    RandomRecords records = new RandomRecords(5);
    JournalRecord.Decided decided = records.accepted();
    ContextImage whole = records.context();
    out.begin(0);
    int type =
        RecordCodec.write(
            new JournalRecord.Decided(
                decided.timestamp(), decided.decision(), decided.command(), null),
            out);
    // Writes over the "no context" at the end what an older version would have written there.
    byte[] older = olderContext(Arrays.copyOf(out.bytes(), out.length() - 1), whole);

    JournalRecord.Decided read =
        (JournalRecord.Decided)
            RecordCodec.read(
                type,
                RecordCodec.VERSION,
                new RecordInput(older, 0, older.length, known),
                SEQUENCE);

    ContextImage context = read.context();
    assertThat(context).isNotNull();
    assertThat(context.number(ContextNumber.QUANTITY))
        .isEqualTo(whole.number(ContextNumber.QUANTITY));
    assertThat(context.number(ContextNumber.DECISION_MILLIS)).isZero();
    assertThat(context.text(ContextText.ACCOUNT)).isEqualTo(whole.text(ContextText.ACCOUNT));
    assertThat(context.text(ContextText.REQUEST)).isEmpty();
    assertThat(context.limits().block(LimitKind.MAX_ORDER_QTY)).isEqualTo(17);
    assertThat(context.limits().warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(15);
    assertThat(context.limits().warnSource(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/old.csv:1");
    assertThat(context.limits().block(LimitKind.MAX_LONG_POSITION)).isEqualTo(Long.MAX_VALUE);
    assertThat(context.limits().validUntil()).isEqualTo(99);
  }

  private static byte[] olderContext(byte[] front, ContextImage whole) {
    RecordOutput older = new RecordOutput();
    older.begin(0);
    for (byte b : front) {
      older.putByte(b);
    }
    older.putBoolean(true);
    older.putCount(1);
    older.putCompact(whole.number(ContextNumber.QUANTITY));
    older.putCount(1);
    older.putText(whole.text(ContextText.ACCOUNT));
    older.putLong(99);
    older.putCount(1);
    older.putBoolean(true);
    older.putCompact(17);
    older.putCompact(15);
    older.putText("limits/old.csv:1");
    return Arrays.copyOf(older.bytes(), older.length());
  }

  @Test
  void whatANewerVersionWroteIsRefusedByName() {
    RecordInput empty = new RecordInput(new byte[0], 0, 0, known);
    assertThatThrownBy(() -> RecordCodec.read(1, RecordCodec.VERSION + 1, empty, SEQUENCE))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("form 3");
    assertThatThrownBy(() -> RecordCodec.read(1, 1, empty, SEQUENCE))
        .as("of before there were compact numbers")
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("form 1");
    assertThatThrownBy(() -> RecordCodec.read(99, RecordCodec.VERSION, empty, SEQUENCE))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("type 99");
  }

  @Test
  void aFreeTextIsCutAndAnIdentifierNever() {
    JournalRecord.NotSent read =
        (JournalRecord.NotSent)
            roundTrip(new JournalRecord.NotSent(1, new ClOrdId("N1", 1, 1), "w".repeat(10_000)));

    assertThat(read.reason()).hasSize(RecordOutput.MAX_FREE_TEXT).endsWith("w…");
  }

  /** The bytes themselves: a change here means that old journals can not be read any more. */
  @Test
  void theFormOnDiskStays() {
    assertThat(hex(new JournalRecord.Sent(1, new ClOrdId("N1", 2, 3))))
        .isEqualTo("03" + "0100000000000000" + "024e31" + "04" + "06");
    assertThat(
            hex(
                new JournalRecord.Controlled(
                    5, ControlScope.NODE, TradingState.HALTED, "ann", "why", false)))
        .isEqualTo("07" + "0500000000000000" + "4e" + "00" + "48" + "03616e6e" + "03776879" + "00");
    NewOrder order =
        NewOrder.limit(
            Originator.strategy("DEMO", "m"),
            InstrumentId.parse("ALFA.SIM"),
            Side.BUY,
            10,
            20,
            TimeInForce.DAY);
    Decision decision =
        new Decision(new ClOrdId("N1", 2, 3), 9, 4, order, false, List.of(), "h", "b");
    assertThat(hex(new JournalRecord.Decided(1, decision, null, null)))
        .isEqualTo(
            "02"
                + "0100000000000000"
                + "024e31"
                + "04"
                + "06"
                + "06"
                + "44"
                + "0444454d4f"
                + "012d"
                + "016d"
                + "00"
                + "04414c4641"
                + "0353494d"
                + "31"
                + "32"
                + "14"
                + "28"
                + "30"
                + "00"
                + "00"
                + "00"
                + "00"
                + "0168"
                + "0162"
                + "00"
                + "00");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        63,
        64,
        -64,
        -65,
        8_191,
        8_192,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1_000_000_000L,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void everyNumberComesBackFromItsCompactForm(long number) {
    out.begin(0);
    out.putCompact(number);
    RecordInput in = new RecordInput(out.bytes(), 0, out.length(), known);
    assertThat(in.getCompact()).isEqualTo(number);
    assertThat(in.remaining()).isZero();
    for (int end = 0; end < out.length(); end++) {
      RecordInput cut = new RecordInput(out.bytes(), 0, end, known);
      assertThatThrownBy(cut::getCompact).isInstanceOf(MalformedRecordException.class);
    }
  }

  @Test
  void numbersOfAnyLengthComeBackFromAnywhereInAnArray() {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextLong() >> random.nextInt(Long.SIZE);
      out.begin(0);
      out.putCompact(number);
      int length = out.length();
      int from = random.nextInt(4);
      // What lies around it, inside the record and behind it, says nothing.
      byte[] array = new byte[from + length + random.nextInt(12)];
      random.nextBytes(array);
      System.arraycopy(out.bytes(), 0, array, from, length);
      int end = from + length + random.nextInt(array.length - from - length + 1);
      RecordInput in = new RecordInput(array, from, end, known);
      assertThat(in.getCompact()).isEqualTo(number);
      assertThat(in.remaining()).isEqualTo(end - from - length);
      RecordInput cut = new RecordInput(array, from, from + length - 1, known);
      assertThatThrownBy(cut::getCompact).isInstanceOf(MalformedRecordException.class);
    }
  }

  @Test
  void aNumberOfTooManyBytesIsNonsense() {
    byte[] endless = new byte[11];
    Arrays.fill(endless, (byte) 0x80);
    assertThatThrownBy(new RecordInput(endless, 0, endless.length, known)::getCompact)
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void textsOfOnePlaceDoNotBecomeEachOther() {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(80)];
      // Few letters, so that texts differ in one byte, in length or in zeros alone.
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextInt(40) == 0 ? random.nextInt(2) : 'A');
      }
      int from = random.nextInt(bytes.length + 1);
      int length = random.nextInt(bytes.length - from + 1);
      String expected = new String(bytes, from, length, java.nio.charset.StandardCharsets.UTF_8);
      assertThat(known.text(bytes, from, length)).isEqualTo(expected);
    }
  }

  private String hex(JournalRecord record) {
    out.begin(0);
    int type = RecordCodec.write(record, out);
    return "%02x".formatted(type) + HexFormat.of().formatHex(out.bytes(), 0, out.length());
  }

  private JournalRecord roundTrip(JournalRecord record) {
    out.begin(HEADER);
    int type = RecordCodec.write(record, out);
    return RecordCodec.read(
        type,
        RecordCodec.VERSION,
        new RecordInput(out.bytes(), HEADER, out.length(), known),
        SEQUENCE);
  }

  private static JournalRecord numbered(JournalRecord record) {
    if (!(record instanceof JournalRecord.Decided decided)) {
      return record;
    }
    Decision d = decided.decision();
    return new JournalRecord.Decided(
        decided.timestamp(),
        new Decision(
            d.clOrdId(),
            SEQUENCE,
            d.tsDecided(),
            d.intent(),
            d.accepted(),
            d.verdicts(),
            d.ruleSet(),
            d.broker()),
        decided.command(),
        decided.context());
  }
}
