package io.headgate.spi.explain;

import io.headgate.model.order.ClOrdId;
import org.osgi.annotation.versioning.ProviderType;

/** A look into the rules: why they said what they said, and what they cost. */
@ProviderType
public interface RuleInsight {

  /**
   * Explains a decision from the order's own record in the journal; reads the disk.
   *
   * @param order ClOrdID of the order or of the replace
   * @throws IllegalArgumentException if the journal has no decision on it
   * @throws IllegalStateException if the journal can not be read, or no rules can be asked
   */
  Explanation explain(ClOrdId order);

  /**
   * Measures what each rule of the serving set costs, on made-up orders and beside the order loop;
   * takes a second or two, and longer for hundreds of rules.
   *
   * @throws IllegalStateException if no rules serve
   */
  RuleCosts costs();
}
