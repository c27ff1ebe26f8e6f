package io.headgate.node.internal.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.testkit.fake.FakeReferenceData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneyTotalsTest {

  // ACC1 and ACC2 are in USD, ACC3 in EUR; one EUR is 1.1 USD.
  private final FakeReferenceData reference =
      new FakeReferenceData().with(new Account("YEN", "JPY"));

  private static Position position(String account, String realized, String fees) {
    return new Position(
        new PositionKey(account, InstrumentId.parse("ACME.SIM")),
        0,
        0,
        Fixed.parseAmount(realized),
        Fixed.parseAmount(fees),
        0,
        0,
        1);
  }

  @Test
  void sumsByCurrencyAndInOne() {
    MoneyTotals totals =
        MoneyTotals.of(
            List.of(
                position("ACC1", "100", "1.5"),
                position("ACC2", "-40.25", "0"),
                position("ACC3", "10", "0")),
            reference,
            "USD");

    assertThat(totals.byCurrency())
        .isEqualTo(Map.of("USD", new BigDecimal("58.25"), "EUR", new BigDecimal("10.00")));
    assertThat(totals.total()).isEqualTo("69.25");
    assertThat(totals).hasToString("69.25 USD");
  }

  @Test
  void convertsAgainstTheDirectionOfTheRate() {
    assertThat(MoneyTotals.of(List.of(position("ACC1", "110", "0")), reference, "EUR").total())
        .isEqualTo("100.00");
  }

  @Test
  void withoutARateThereIsNoTotal() {
    MoneyTotals totals =
        MoneyTotals.of(
            List.of(position("ACC1", "1", "0"), position("YEN", "500", "0")), reference, "USD");

    assertThat(totals.total()).isNull();
    assertThat(totals).hasToString("{JPY=500.00, USD=1.00}");
  }

  @Test
  void nothingTradedIsZero() {
    MoneyTotals totals = MoneyTotals.of(List.of(), reference, "USD");

    assertThat(totals.total()).isEqualTo("0.00");
    assertThat(totals).hasToString("0.00 USD");
  }
}
