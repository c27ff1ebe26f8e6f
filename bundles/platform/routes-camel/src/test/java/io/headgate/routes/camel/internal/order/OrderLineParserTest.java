package io.headgate.routes.camel.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderLineParserTest {

  private static final String GOOD =
      "{\"idempotencyKey\":\"k1\",\"account\":\"ACC1\",\"trader\":\"kim\",\"instrument\":\"ACME.XSIM\","
          + "\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":100,\"limitPrice\":\"99.95\"}";

  private static List<OrderLine> lines(byte[] content) {
    List<OrderLine> lines = new ArrayList<>();
    new OrderLines().read(new ByteArrayInputStream(content), "f.csv").forEachRemaining(lines::add);
    return lines;
  }

  private static List<OrderLine> lines(String content) {
    return lines(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLineOfJsonIsAnOrder() {
    assertThat(OrderLineParser.parse(OrderLine.json(GOOD)))
        .isEqualTo(
            new NewOrder(
                Originator.trader("ACC1", "kim"),
                "k1",
                InstrumentId.parse("ACME.XSIM"),
                Side.BUY,
                OrdType.LIMIT,
                100 * Fixed.ONE,
                Fixed.parse("99.95"),
                TimeInForce.DAY,
                0,
                ""));
  }

  @Test
  void noDigitOfANumberIsLost() {
    NewOrder order =
        (NewOrder)
            OrderLineParser.parse(OrderLine.json(GOOD.replace("\"99.95\"", "1234567.123456789")));

    assertThat(order.limitPrice()).isEqualTo(1_234_567_123_456_789L);
  }

  @Test
  void csvNamesItsColumnsAndKeepsItsLineNumbers() {
    List<OrderLine> lines =
        lines(
            """
            \uFEFFaction,idempotencyKey,account,instrument,side,type,quantity,limitPrice,origClOrdId,timeInForce,expireTime\r
            NEW,k1,"ACC,1",ACME.XSIM,SELL,MARKET,5,,,,\r
            \r
            REPLACE,k2,ACC1,,,,7,1.5,N1-4-2F9,,
            CANCEL,k3,ACC1,,,,,,N1-4-2F9,,
            ,k4,ACC1,ACME.XSIM,BUY,LIMIT,1,2,,GTD,2026-03-31T20:00:00.5Z\
            """);

    assertThat(lines).extracting(OrderLine::number).containsExactly(2L, 4L, 5L, 6L);
    NewOrder sell = (NewOrder) OrderLineParser.parse(lines.get(0));
    assertThat(sell.originator().account()).isEqualTo("ACC,1");
    assertThat(sell.timeInForce()).isEqualTo(TimeInForce.IOC);
    assertThat(OrderLineParser.parse(lines.get(1)))
        .isEqualTo(
            new ReplaceOrder(
                new Originator("ACC1", "-", "-"),
                "k2",
                ClOrdId.parse("N1-4-2F9"),
                7 * Fixed.ONE,
                Fixed.parse("1.5")));
    assertThat(OrderLineParser.parse(lines.get(2)))
        .isEqualTo(
            new CancelOrder(new Originator("ACC1", "-", "-"), "k3", ClOrdId.parse("N1-4-2F9")));
    NewOrder gtd = (NewOrder) OrderLineParser.parse(lines.get(3));
    assertThat(gtd.expireTime()).isEqualTo(1_774_987_200_500_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"quantity\":100|\"quantity\":-100|expected a number above 0",
        "\"quantity\":100|\"quantity\":0|expected a number above 0",
        "\"quantity\":100|\"quantity\":\"lots\"|quantity 'lots' is not a decimal number",
        "\"quantity\":100|\"quantity\":1e99|quantity '1e99' is out of range",
        "\"quantity\":100|\"quantity\":true|expected a string, a number or null",
        "\"quantity\":100|\"quantity\":[1]|expected a string, a number or null",
        "\"quantity\":100|\"quantity\":1,\"quantity\":2|'quantity' is given twice",
        "\"quantity\":100|\"quantity\":01|expected a string, a number or null",
        "\"quantity\":100|\"qty\":100|no field 'qty'",
        "\"k1\"|\"\"|idempotencyKey is missing",
        "\"k1\"|null|idempotencyKey is missing",
        "\"idempotencyKey\":\"k1\",||idempotencyKey is missing",
        "\"BUY\"|\"buy\"|side is 'buy', expected one of [BUY, SELL]",
        "\"LIMIT\"|\"MARKET\"|limitPrice is '99.95', but this kind of order takes none",
        "\"LIMIT\"|\"STOP\"|type is 'STOP'",
        "ACME.XSIM|ACME|is not SYMBOL.VENUE",
        "\"ACC1\"|\" \"|account is missing",
        "\"kim\"|\"kim\",\"expireTime\":\"2026-01-01T00:00:00Z\"|takes none",
        "\"kim\"|\"kim\",\"timeInForce\":\"GTD\"|expireTime is missing",
        "\"kim\"|\"kim\",\"timeInForce\":\"GTD\",\"expireTime\":\"tomorrow\"|expireTime is 'tomorrow'",
        "\"kim\"|\"kim\",\"action\":\"CANCEL\"|origClOrdId is missing",
        "\"kim\"|\"k\uFFFDm\"|is no UTF-8",
        "\"99.95\"}|\"99.95\"|expected more",
        "\"99.95\"}|\"99.95\"} x|expected nothing after the object",
        "\"99.95\"}|\"99.95\",}|expected '\"'",
      })
  void whatIsNoOrderSaysWhy(String part, String instead, String reason) {
    String line = GOOD.replace(part, instead == null ? "" : instead);
    assertThat(line).isNotEqualTo(GOOD);

    assertThatThrownBy(() -> OrderLineParser.parse(OrderLine.json(line)))
        .isInstanceOf(OrderLineException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aBadLineNamesItsFileAndLine() {
    OrderLine line = new OrderLine("f.csv", 17, "k1,ACC1", List.of("idempotencyKey", "account"));

    assertThatThrownBy(() -> OrderLineParser.parse(line))
        .hasMessage("f.csv line 17: instrument is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a,b,c|3 values",
        "a|1 values",
        "\"a,b|quote is not closed",
        "\"a\"b,c|a comma must follow",
        "a\"b,c|a quote inside",
      })
  void aBrokenLineOfCsvIsRefused(String text, String reason) {
    OrderLine line = new OrderLine("f.csv", 2, text, List.of("idempotencyKey", "account"));

    assertThatThrownBy(() -> OrderLineParser.parse(line)).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "idempotencyKey,acount", "account,account", "\"account"})
  void aFileWithoutColumnsIsRefusedWhole(String content) {
    assertThatThrownBy(() -> lines(content))
        .isInstanceOf(OrderFileException.class)
        .hasMessageContaining("f.csv line");
  }

  @Test
  void aLineWithoutEndIsCutAndRefused() {
    byte[] content = new byte[5_000_000];
    Arrays.fill(content, (byte) '{');

    List<OrderLine> lines = lines(content);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).text()).hasSize(BoundedLines.MAX_LENGTH + 1);
    assertThatThrownBy(() -> OrderLineParser.parse(lines.get(0)))
        .hasMessageContaining("more than 16384 characters");
  }

  /** Whatever a file holds, a line is an order or an exception that names the line; never else. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anythingElseIsRefusedInAnOrderlyWay(long seed) {
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] line = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int hit = 0; hit <= random.nextInt(4); hit++) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }
      try {
        for (OrderLine found : lines(line)) {
          OrderLineParser.parse(found);
        }
      } catch (OrderLineException | OrderFileException e) {
        assertThat(e.getMessage()).as("seed %d round %d", seed, round).contains("line");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }
}
