package io.headgate.model.order;

/**
 * What somebody wants done, before Headgate has decided on it. It carries no time: the engine
 * stamps it when it decides.
 */
public sealed interface OrderIntent permits NewOrder, ReplaceOrder, CancelOrder {

  /** Who asks and on whose behalf. */
  Originator originator();

  /**
   * Key under which an outside client may send the same intent again without a second effect; empty
   * where the source is inside the node. At most 64 characters, unique per account for ever.
   */
  String idempotencyKey();
}
