package io.headgate.spi.control;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The stop button. A kill is a durable latch: it survives a restart, and only an explicit re-arm by
 * enough different people lifts it.
 */
@ProviderType
public interface TradingControl {

  /** State of the whole node, now. */
  TradingState state();

  /** Everything in force, the node's own first. */
  List<Restriction> restrictions();

  /**
   * Halts a scope and cancels its open orders. Takes effect for every sending thread before the
   * stage completes; it is durable by then too.
   *
   * @param who login of the person
   * @param why reason; must not be blank
   * @return how many open orders were asked to cancel
   * @throws IllegalArgumentException if the reason is blank
   */
  CompletionStage<Integer> kill(ControlScope scope, String who, String why);

  /**
   * Asks to lift the kill of a scope. Lifted once enough different people have asked.
   *
   * @param who login of the person
   * @param why reason; must not be blank
   * @return the restriction with its approvals if more people are needed; its {@code state} is
   *     ACTIVE if it was lifted
   * @throws IllegalArgumentException if the reason is blank or the scope is not killed
   */
  CompletionStage<Restriction> rearm(ControlScope scope, String who, String why);
}
