package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;

/** Files that were written for other engines' types, and the map that says them with ours. */
final class ForeignFiles {

  static final String TYPES =
      """
      theirs,ours
      com.sample.Trade,OrderContext
      Trade.size,quantity
      price,limitPrice
      Trade.client,account
      direction,side
      Trade.reject,"$o.block(""TRADE_REJECTED"", $o.getQuantity(), 0, Unit.QTY)"
      setFlagged,"$o.warn(""TRADE_FLAGGED"", $o.getQuantity(), 0, Unit.QTY);"
      """;

  static final String RULES =
      """
      package com.sample

      import com.sample.Trade;

      // a large one
      rule "Large trade"
          dialect "java"
          salience 10
          when
              $trade : Trade( size > 1000, price >= 99.5, direction == "BUY" )
          then
              $trade.reject( "too large: " + $trade.getSize() );
      end

      rule "Round trade"
          when
              t : com.sample.Trade( size == 100 && getClient().equals("ACME") )
          then
              t.setFlagged(true);
      end
      """;

  private ForeignFiles() {}

  static List<RuleTree> read(String drl, String types) throws Refused {
    return RuleFileParser.parse(Types.read(types).translate(Lexer.tokens(drl, 1)));
  }
}
