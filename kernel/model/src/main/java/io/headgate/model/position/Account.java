package io.headgate.model.position;

/**
 * A trading account.
 *
 * @param id its name, as orders and limits use it
 * @param currency ISO 4217 code in which its limits and P&amp;L are kept
 */
public record Account(String id, String currency) {

  /**
   * @throws IllegalArgumentException if the currency is no three-letter code
   */
  public Account {
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "currency of account %s is '%s', expected an ISO 4217 code such as USD"
              .formatted(id, currency));
    }
  }
}
