package io.headgate.rest.internal.risk;

import io.headgate.model.order.ClOrdId;
import io.headgate.rest.internal.problem.FieldError;

/** Reads ClOrdIDs. */
final class OrderId {

  static final String FORM = "NODE-EPOCH-SEQUENCE, as in N1-4-2F9";

  private OrderId() {}

  /**
   * The ClOrdID of a path.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if it is none
   */
  static ClOrdId of(String id) {
    try {
      return ClOrdId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new FieldError("id", "'" + id + "'", FORM).exception();
    }
  }
}
