package io.headgate.node.internal.session.report;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.model.position.Position;
import io.headgate.spi.reference.FxRate;
import io.headgate.spi.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Profit and loss of all accounts: by currency, and in one at the reference rates. */
public record MoneyTotals(
    Map<String, BigDecimal> byCurrency, String currency, @Nullable BigDecimal total) {

  private static final int CENTS = 2;

  /**
   * @param currency ISO 4217 code of the one currency
   * @return with a null total if a currency cannot be converted
   */
  public static MoneyTotals of(List<Position> positions, ReferenceData reference, String currency) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Position position : positions) {
      Account account = reference.account(position.key().account());
      String unit = account == null ? "?" : account.currency();
      sums.merge(unit, Fixed.amountToBigDecimal(position.net()), BigDecimal::add);
    }
    BigDecimal total = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
      BigDecimal rate =
          rate(reference.fxRates(), sum.getKey(), currency, new HashSet<>(Set.of(sum.getKey())));
      if (rate == null) {
        return new MoneyTotals(rounded(sums), currency, null);
      }
      total = total.add(sum.getValue().multiply(rate));
    }
    return new MoneyTotals(rounded(sums), currency, total.setScale(CENTS, RoundingMode.HALF_EVEN));
  }

  private static Map<String, BigDecimal> rounded(Map<String, BigDecimal> sums) {
    Map<String, BigDecimal> rounded = new TreeMap<>();
    sums.forEach((unit, sum) -> rounded.put(unit, sum.setScale(CENTS, RoundingMode.HALF_EVEN)));
    return rounded;
  }

  /** Rate over any chain of known pairs, in either direction. */
  private static @Nullable BigDecimal rate(
      List<FxRate> rates, String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return BigDecimal.ONE;
    }
    for (FxRate pair : rates) {
      boolean forward = pair.base().equals(from);
      if (!forward && !pair.quote().equals(from)) {
        continue;
      }
      String next = forward ? pair.quote() : pair.base();
      @Nullable BigDecimal rest = seen.add(next) ? rate(rates, next, to, seen) : null;
      if (rest != null) {
        BigDecimal step = Fixed.toBigDecimal(pair.rate());
        return forward ? rest.multiply(step) : rest.divide(step, MathContext.DECIMAL64);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return total == null ? byCurrency.toString() : total.toPlainString() + " " + currency;
  }
}
