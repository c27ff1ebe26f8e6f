package io.headgate.data.replay.internal.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.market.MarketBatch.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of columns means, and what it may not say. */
class LayoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "millisOfDay,bid,ask | QUOTE | 3",
        "MILLISOFDAY,Bid,BIDSIZE,ask,askSize,- | QUOTE | 5",
        "ask, - ,epochNanos,bid | QUOTE | 4",
        "secondsOfDay,price | TRADE | 2",
        "size,price,iso,-,- | TRADE | 3",
        "time,open,high,low,close,volume | BAR | 6",
        "yyyyMMdd HH:mm,open,high,low,close | BAR | 5"
      })
  void kindAndWidthFollowFromTheNames(String columns, Kind kind, int width) {
    Layout layout = Layout.parse(columns);
    assertThat(layout.kind()).isEqualTo(kind);
    assertThat(layout.width()).isEqualTo(width);
  }

  @Test
  void slotsAreTheColumnsOfABatch() {
    Layout layout = Layout.parse("askSize,-,ask,epochMillis,bid");
    assertThat(layout.slot(0)).isEqualTo(3);
    assertThat(layout.slot(1)).isEqualTo(Layout.IGNORED);
    assertThat(layout.slot(2)).isEqualTo(2);
    assertThat(layout.slot(3)).isEqualTo(Layout.TIME);
    assertThat(layout.slot(4)).isEqualTo(0);
    assertThat(layout.slot(5)).isEqualTo(Layout.IGNORED);
    assertThat(layout.needsDate()).isFalse();
    assertThat(Layout.parse("secondsOfDay,price").needsDate()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bid,ask | have no time",
        "millisOfDay | hold no value",
        "millisOfDay,-,- | hold no value",
        "millisOfDay,bid,price | mix [QUOTE, TRADE]",
        "millisOfDay,bid,ask,volume | mix [QUOTE, BAR]",
        "millisOfDay,bid | lack ask",
        "millisOfDay,size | lack price",
        "time,open,high,close | lack low",
        "millisOfDay,bid,ask,BID | name BID twice",
        "millisOfDay,epochNanos,price | a second time, 'epochNanos'",
        "millisOfDay,price,quantity | 'quantity' is unknown",
        "millisOfDay,price, | '' is unknown"
      })
  void contradictionsAreRefused(String columns, String message) {
    assertThatThrownBy(() -> Layout.parse(columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("columns '" + columns)
        .hasMessageContaining(message);
  }
}
