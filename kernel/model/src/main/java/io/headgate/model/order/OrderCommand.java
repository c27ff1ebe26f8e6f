package io.headgate.model.order;

import io.headgate.model.instrument.InstrumentId;

/** What a connector is told to send; the decision behind it is durable. */
public sealed interface OrderCommand {

  /** ClOrdID (11) of this message. */
  ClOrdId clOrdId();

  /** Connector that must send it. */
  String broker();

  /** Instrument of the order. */
  InstrumentId instrument();

  /** Whether it can add to what the firm has at risk; such a command needs a durable DECISION. */
  boolean addsRisk();

  /**
   * FIX NewOrderSingle (D).
   *
   * @param clOrdId its ClOrdID
   * @param broker connector
   * @param order the terms; a market order that the rules collared is a LIMIT here
   */
  record Send(ClOrdId clOrdId, String broker, NewOrder order) implements OrderCommand {
    @Override
    public InstrumentId instrument() {
      return order.instrument();
    }

    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /**
   * FIX OrderCancelReplaceRequest (G).
   *
   * @param clOrdId its ClOrdID
   * @param origClOrdId OrigClOrdID (41): the latest accepted ClOrdID
   * @param broker connector
   * @param order the new terms, total quantity
   */
  record Replace(ClOrdId clOrdId, ClOrdId origClOrdId, String broker, NewOrder order)
      implements OrderCommand {
    @Override
    public InstrumentId instrument() {
      return order.instrument();
    }

    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /**
   * FIX OrderCancelRequest (F).
   *
   * @param clOrdId its ClOrdID
   * @param origClOrdId OrigClOrdID (41): the latest accepted ClOrdID
   * @param broker connector
   * @param instrument what the order trades
   * @param side Side of the order
   */
  record Cancel(
      ClOrdId clOrdId, ClOrdId origClOrdId, String broker, InstrumentId instrument, Side side)
      implements OrderCommand {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }
}
