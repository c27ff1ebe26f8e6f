package io.headgate.engine.internal.order;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.OrderIntent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decision that each idempotency key of an account got, for ever. */
public final class IdempotencyKeys {

  private record Key(String account, String key) {}

  private final Map<Key, Decision> decisions = new HashMap<>();

  /** The earlier decision under the intent's key, or null. */
  public @Nullable Decision find(OrderIntent intent) {
    return intent.idempotencyKey().isEmpty() ? null : decisions.get(keyOf(intent));
  }

  /** Keeps a decision under its key, if it has one. */
  public void remember(Decision decision) {
    if (!decision.intent().idempotencyKey().isEmpty()) {
      decisions.put(keyOf(decision.intent()), decision);
    }
  }

  private static Key keyOf(OrderIntent intent) {
    return new Key(intent.originator().account(), intent.idempotencyKey());
  }
}
