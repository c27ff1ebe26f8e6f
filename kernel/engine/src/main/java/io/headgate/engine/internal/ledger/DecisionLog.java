package io.headgate.engine.internal.ledger;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.ClOrdId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest decisions, for queries; older ones are in the journal. */
public final class DecisionLog {

  private static final int KEPT = 10_000;

  private final LinkedHashMap<ClOrdId, Decision> decisions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClOrdId, Decision> eldest) {
          return size() > KEPT;
        }
      };

  /** Adds a decision. */
  public void add(Decision decision) {
    decisions.put(decision.clOrdId(), decision);
  }

  /** The decision on a request, or null. */
  public @Nullable Decision find(ClOrdId id) {
    return decisions.get(id);
  }

  /** The latest, newest first, at most {@code limit}. */
  public List<Decision> latest(int limit) {
    List<Decision> latest = new ArrayList<>(decisions.values());
    Collections.reverse(latest);
    return latest.size() > limit ? List.copyOf(latest.subList(0, limit)) : latest;
  }
}
