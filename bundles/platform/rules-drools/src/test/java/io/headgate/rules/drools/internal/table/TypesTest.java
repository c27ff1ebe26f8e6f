package io.headgate.rules.drools.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.text.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a map of names may say. */
class TypesTest {

  @Test
  void aMapThatMeansNothingIsRefused() {
    assertThat(
            catchThrowableOfType(
                Refused.class, () -> Types.read("theirs,ours\nTrade,java.lang.Runtime\n")))
        .hasMessageContaining("java.lang.Runtime");
    assertThat(catchThrowableOfType(Refused.class, () -> Types.read("Trade,OrderContext\n")))
        .hasMessageContaining("theirs,ours");
  }

  /** Who reads the rules reads what they say, and not what a map makes of the same words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "block,\"$o.warn(\"\"A_B\"\", 1, 2, Unit.QTY)\"",
        "quantity,addedQuantity",
        "maxOrderQty,maxOrderNotional",
        "rule,OrderContext",
        "eval,quantity",
        "Order.buy,replace",
        "OrderContext,quantity",
        "x,quantity\nx,addedQuantity",
        "getQuantity,notional",
        "Order.getMaxOrderQty,maxOpenOrders",
        "isBuy,replace",
        "forall,OrderContext",
        "accumulate,OrderContext",
      })
  void aMapThatGivesAWordOfOursAnotherMeaningIsRefused(String rows) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> Types.read("theirs,ours\n" + rows + "\n"));
    assertThat(refused).as(rows).isNotNull();
    assertThat(refused.reason()).containsAnyOf("means something here already", "again");
    assertThat(refused.line()).isEqualTo(1 + (int) rows.lines().count());
  }
}
