package io.headgate.brokers.paper.internal;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.PositionKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The written form of a {@link VenueEvent}: one line, fields between tabs, a CRC in front. */
final class EventLine {

  private EventLine() {}

  /** The line with its end. */
  static byte[] write(VenueEvent event) {
    StringBuilder body = new StringBuilder();
    for (Object field : fields(event)) {
      body.append('\t').append(escape(field.toString()));
    }
    String line = crc(body.toString()) + body + '\n';
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a line without its end.
   *
   * @throws IllegalArgumentException if it is not whole
   */
  static VenueEvent read(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.UTF_8);
    int tab = line.indexOf('\t');
    if (tab < 0 || !crc(line.substring(tab)).equals(line.substring(0, tab))) {
      throw new IllegalArgumentException("the line does not match its checksum");
    }
    return parse(new Fields(line.substring(tab + 1).split("\t", -1)));
  }

  private static String crc(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  private static List<Object> fields(VenueEvent event) {
    if (event instanceof VenueEvent.Accepted e) {
      List<Object> fields = new ArrayList<>(List.of("A", e.time(), e.id(), e.expireAt()));
      fields.addAll(terms(e.terms()));
      return fields;
    }
    if (event instanceof VenueEvent.Replaced e) {
      List<Object> fields =
          new ArrayList<>(List.of("R", e.time(), e.order(), e.id(), e.expireAt()));
      fields.addAll(terms(e.terms()));
      return fields;
    }
    if (event instanceof VenueEvent.Filled e) {
      return List.of(
          "F",
          e.time(),
          e.order(),
          e.tradeKey(),
          e.quantity(),
          e.price(),
          e.fee(),
          e.tradingDate());
    }
    if (event instanceof VenueEvent.Ended e) {
      return List.of("E", e.time(), e.order(), e.id(), e.status(), e.text());
    }
    if (event instanceof VenueEvent.Carried e) {
      PositionKey key = e.position();
      return List.of("C", e.time(), key.account(), key.instrument(), e.quantity());
    }
    if (event instanceof VenueEvent.Forgotten e) {
      return List.of("G", e.time(), e.upTo());
    }
    VenueEvent.Refused e = (VenueEvent.Refused) event;
    return List.of("X", e.time(), e.id(), e.text());
  }

  private static List<Object> terms(NewOrder order) {
    Originator by = order.originator();
    return List.of(
        by.account(),
        by.trader(),
        by.strategy(),
        order.instrument(),
        order.side(),
        order.type(),
        order.quantity(),
        order.limitPrice(),
        order.timeInForce(),
        order.expireTime());
  }

  private static VenueEvent parse(Fields fields) {
    String kind = fields.text();
    long time = fields.number();
    return switch (kind) {
      case "A" -> {
        ClOrdId id = fields.id();
        long expireAt = fields.number();
        yield new VenueEvent.Accepted(time, id, fields.terms(), expireAt);
      }
      case "R" -> {
        ClOrdId order = fields.id();
        ClOrdId id = fields.id();
        long expireAt = fields.number();
        yield new VenueEvent.Replaced(time, order, id, fields.terms(), expireAt);
      }
      case "F" ->
          new VenueEvent.Filled(
              time,
              fields.id(),
              fields.text(),
              fields.number(),
              fields.number(),
              fields.number(),
              LocalDate.parse(fields.text()));
      case "E" ->
          new VenueEvent.Ended(
              time, fields.id(), fields.id(), OrdStatus.valueOf(fields.text()), fields.text());
      case "X" -> new VenueEvent.Refused(time, fields.id(), fields.text());
      case "C" -> {
        String account = fields.text();
        PositionKey key = new PositionKey(account, InstrumentId.parse(fields.text()));
        yield new VenueEvent.Carried(time, key, fields.number());
      }
      case "G" -> new VenueEvent.Forgotten(time, fields.id());
      default -> throw new IllegalArgumentException("unknown kind of event '" + kind + "'");
    };
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char code = text.charAt(i);
        c = code == 't' ? '\t' : code == 'n' ? '\n' : code == 'r' ? '\r' : code;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  /** Reads fields from left to right. */
  private static final class Fields {
    private final String[] fields;
    private int next;

    Fields(String[] fields) {
      this.fields = fields;
    }

    String text() {
      if (next == fields.length) {
        throw new IllegalArgumentException("the line ends early");
      }
      return unescape(fields[next++]);
    }

    long number() {
      return Long.parseLong(text());
    }

    ClOrdId id() {
      return ClOrdId.parse(text());
    }

    NewOrder terms() {
      Originator by = new Originator(text(), text(), text());
      return new NewOrder(
          by,
          "",
          InstrumentId.parse(text()),
          Side.valueOf(text()),
          OrdType.valueOf(text()),
          number(),
          number(),
          TimeInForce.valueOf(text()),
          number(),
          "");
    }
  }
}
