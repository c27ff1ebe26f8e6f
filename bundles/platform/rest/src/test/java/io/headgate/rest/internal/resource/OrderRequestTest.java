package io.headgate.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.rest.internal.json.Fields;
import io.headgate.rest.internal.json.Json;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRequestTest {

  private static final String LIMIT =
      """
      {"account":"ALPHA","instrument":"EURUSD.FXCM","side":"BUY","type":"LIMIT",
       "quantity":1000,"limitPrice":1.0842}""";

  private static OrderRequest read(String json) {
    return OrderRequest.read(new Fields(Json.readObject(json.getBytes(StandardCharsets.UTF_8))));
  }

  private static Problem problem(String json) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e.problem());
    return problem[0];
  }

  private static List<FieldError> errors(String json) {
    return problem(json).body("/").get("errors") instanceof List<?> errors
        ? errors.stream().map(FieldError.class::cast).toList()
        : List.of();
  }

  private static String with(String field, String value) {
    return LIMIT.replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value);
  }

  @Test
  void theFieldsMakeTheOrderOfTheOneWhoHasLoggedIn() {
    NewOrder order = read(LIMIT).toOrder("ann", "key-1");
    assertThat(order.originator().account()).isEqualTo("ALPHA");
    assertThat(order.originator().trader()).isEqualTo("ann");
    assertThat(order.originator().strategy()).isEqualTo("-");
    assertThat(order.idempotencyKey()).isEqualTo("key-1");
    assertThat(order.instrument()).isEqualTo(InstrumentId.parse("EURUSD.FXCM"));
    assertThat(order.side()).isEqualTo(Side.BUY);
    assertThat(order.type()).isEqualTo(OrdType.LIMIT);
    assertThat(order.quantity()).isEqualTo(1000 * Fixed.ONE);
    assertThat(order.limitPrice()).isEqualTo(1_084_200_000L);
    assertThat(order.timeInForce()).isEqualTo(TimeInForce.DAY);
    assertThat(order.expireTime()).isZero();
    assertThat(order.broker()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 100000000",
    "'\"0.1\"', 100000000",
    "0.000000001, 1",
    "1e3, 1000000000000",
    "1E-9, 1",
    "9223372036.854775807, 9223372036854775807",
    "1.100, 1100000000",
    "'\"9007199.254740993\"', 9007199254740993",
    "9007199.254740993, 9007199254740993"
  })
  void decimalsAreReadExactly(String written, long scaled) {
    assertThat(read(with("quantity", written)).quantity()).isEqualTo(scaled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "-0.000000001",
        "0.0000000001",
        "9223372036.854775808",
        "1e999999999",
        "1e-999999999",
        "\"\"",
        "\" \"",
        "\"1,000\"",
        "\"0x10\"",
        "\"NaN\"",
        "\"Infinity\"",
        "true",
        "null",
        "[1]",
        "{}",
        "\"1e999999999999\"",
        "\"111111111111111111111111111111111111111111\""
      })
  void whatIsNoQuantityIsNamedWithItsValueAndWhatWasExpected(String written) {
    List<FieldError> errors = errors(with("quantity", written));
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).field()).isEqualTo("quantity");
    assertThat(errors.get(0).expected()).contains("above 0", "at most nine places");
    if (written.equals("-1")) {
      assertThat(errors.get(0).value()).isEqualTo("-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "+1", "01", "1.", ".5", "0x10", "'1'", "1_000", "Infinity"})
  void whatIsNoJsonNumberIsToldWithLineAndColumn(String written) {
    Problem problem = problem(with("quantity", written));
    assertThat(problem.body("/")).containsEntry("line", 2).containsKey("column");
  }

  @ParameterizedTest
  @CsvSource({
    "account, '\"\"'",
    "account, 7",
    "account, '\"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456\"'",
    "account, '\"  \"'",
    "instrument, '\"EURUSD\"'",
    "instrument, '\"eurusd.fxcm\"'",
    "instrument, null",
    "side, '\"buy\"'",
    "side, 1",
    "side, '\"SELL_SHORT\"'",
    "limitPrice, 0",
    "limitPrice, null",
    "limitPrice, '\"abc\"'"
  })
  void everyFieldHasItsRange(String field, String value) {
    assertThat(errors(with(field, value))).extracting(FieldError::field).containsExactly(field);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(errors("{\"qty\":5,\"side\":\"B\"}"))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("account", "instrument", "side", "type", "quantity", "qty");
  }

  @Test
  void anUnknownFieldIsRefusedByNameAndTheKnownOnesAreListed() {
    List<FieldError> errors = errors(LIMIT.replace("}", ",\"trader\":\"bob\"}"));
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).field()).isEqualTo("trader");
    assertThat(errors.get(0).expected()).contains("no such field", "limitPrice", "account");
  }

  @Test
  void aFieldGivenTwiceIsNoJson() {
    Problem problem = problem(LIMIT.replace("}", ",\n\"quantity\":1}"));
    assertThat(problem.detail()).contains("line 3", "quantity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "5", "\"x\"", "{", "{}{}", "{} x", "{\"a\":1,}", "\u0000"})
  void whatIsNotOneJsonObjectIsRefused(String json) {
    assertThat(problem(json).status()).isEqualTo(400);
  }

  @Test
  void deepNestingIsRefusedAndDoesNotExhaustTheStack() {
    assertThat(problem("{\"a\":" + "[".repeat(30_000)).status()).isEqualTo(400);
  }

  @Test
  void aMarketOrderTakesNoPriceAndOnlyGtdTakesAnExpireTime() {
    assertThat(errors(with("type", "\"MARKET\"")))
        .extracting(FieldError::field)
        .containsExactly("limitPrice");
    String expiring = LIMIT.replace("}", ",\"expireTime\":\"2030-01-31T17:00:00Z\"}");
    assertThat(errors(expiring)).extracting(FieldError::field).containsExactly("expireTime");
  }

  @Test
  void aGtdOrderNeedsAnExpireTimeThatIsReadToTheNanosecond() {
    String gtd = LIMIT.replace("}", ",\"timeInForce\":\"GTD\"}");
    assertThat(errors(gtd)).extracting(FieldError::field).containsExactly("expireTime");
    String dated = gtd.replace("}", ",\"expireTime\":\"2030-01-31T18:00:00.000000001+01:00\"}");
    assertThat(read(dated).expireTime()).isEqualTo(1_896_109_200_000_000_001L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2030-01-31", "soon", "9999-12-31T00:00:00Z", "1960-01-01T00:00:00Z", ""})
  void whatIsNoTimeIsRefused(String time) {
    String gtd = LIMIT.replace("}", ",\"timeInForce\":\"GTD\",\"expireTime\":\"" + time + "\"}");
    assertThat(errors(gtd)).extracting(FieldError::field).containsExactly("expireTime");
  }

  @Test
  void whateverIsSentGivesAnOrderOrAProblemAndNothingElse() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = LIMIT.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean() ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
      }
      try {
        OrderRequest order = OrderRequest.read(new Fields(Json.readObject(bytes)));
        assertThat(order.toOrder("ann", "k").quantity()).as("seed %d", seed).isPositive();
      } catch (ProblemException e) {
        assertThat(e.problem().status()).as("seed %d", seed).isEqualTo(400);
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8), e);
      }
    }
  }
}
