package io.headgate.engine.internal.outbound;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.ClOrdId;
import java.util.concurrent.CompletionStage;

/** What became of a command, told to the loop from a lane; safe from every thread. */
public interface SendResults {

  /** It is about to be handed to the venue. */
  default void sending(ClOrdId clOrdId) {}

  /** It was handed to the venue. */
  void sent(ClOrdId clOrdId);

  /** It certainly did not reach the venue. */
  void notSent(ClOrdId clOrdId, String reason);

  /** Nobody knows whether it reached the venue. */
  void inDoubt(ClOrdId clOrdId, String reason);

  /** The venue has reported; completes once the report is durable. */
  CompletionStage<Void> reported(ExecutionReport report);

  /** A connector could not be started. */
  void failed(String broker, Throwable failure);

  /** A connector threw where it must not; it is told of once until its next start. */
  void misbehaved(String broker, String method, Throwable failure);

  /** A connector's lane is up: orders in doubt can be asked about. */
  void connected(String broker);

  /** A connector has gone: what becomes of its orders is not known until it is back. */
  void disconnected(String broker);
}
