package io.headgate.engine.internal.control;

import io.headgate.model.order.Originator;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is restricted. Set from any thread and seen by every sending thread at once; monotone: only
 * {@link #lift} opens it again (invariant I7).
 */
public final class KillLatch {

  private final Map<ControlScope, Restriction> restrictions = new ConcurrentHashMap<>();
  private Consumer<ControlScope> onLift = scope -> {};

  /** Who is told of every scope that is opened, on the thread that opens it; set before any is. */
  public void onLift(Consumer<ControlScope> listener) {
    onLift = listener;
  }

  /**
   * Restricts a scope; a stricter state that is in force stays. A new kill takes back the approvals
   * that an earlier one has gathered.
   */
  public Restriction restrict(Restriction restriction) {
    return restrictions.merge(
        restriction.scope(),
        restriction,
        (old, young) -> young.state().compareTo(old.state()) >= 0 ? young : old);
  }

  /** Keeps the approvals of a re-arm, unless the scope has been restricted anew since. */
  public void approve(Restriction before, List<String> approvals) {
    restrictions.replace(before.scope(), before, withApprovals(before, approvals));
  }

  private static Restriction withApprovals(Restriction r, List<String> approvals) {
    return new Restriction(
        r.scope(), r.state(), r.who(), r.why(), r.since(), approvals, r.rearmsNeeded());
  }

  /** Opens a scope, unless it has been restricted anew since; answers whether it did. */
  public boolean lift(Restriction restriction) {
    boolean lifted = restrictions.remove(restriction.scope(), restriction);
    if (lifted) {
      onLift.accept(restriction.scope());
    }
    return lifted;
  }

  /** The restriction of a scope, or null. */
  public @Nullable Restriction find(ControlScope scope) {
    return restrictions.get(scope);
  }

  /** Everything in force, the node's own first. */
  public List<Restriction> all() {
    List<Restriction> all = new ArrayList<>(restrictions.values());
    all.sort(
        Comparator.comparing((Restriction r) -> r.scope().kind())
            .thenComparing(r -> r.scope().name()));
    return all;
  }

  /** State of the whole node. */
  public TradingState nodeState() {
    return stateOf(ControlScope.NODE);
  }

  /** The strictest state that applies to an order. */
  public TradingState state(Originator originator, String instrument) {
    if (restrictions.isEmpty()) {
      return TradingState.ACTIVE;
    }
    TradingState strictest = stateOf(ControlScope.NODE);
    strictest = stricter(strictest, ControlScope.Kind.ACCOUNT, originator.account());
    strictest = stricter(strictest, ControlScope.Kind.STRATEGY, originator.strategy());
    return stricter(strictest, ControlScope.Kind.INSTRUMENT, instrument);
  }

  private TradingState stricter(TradingState state, ControlScope.Kind kind, String name) {
    TradingState other = stateOf(new ControlScope(kind, name));
    return other.compareTo(state) > 0 ? other : state;
  }

  private TradingState stateOf(ControlScope scope) {
    Restriction restriction = restrictions.get(scope);
    return restriction == null ? TradingState.ACTIVE : restriction.state();
  }

  /** Whether a scope covers an order. */
  public static boolean covers(ControlScope scope, Originator originator, String instrument) {
    return switch (scope.kind()) {
      case NODE -> true;
      case ACCOUNT -> scope.name().equals(originator.account());
      case STRATEGY -> scope.name().equals(originator.strategy());
      case INSTRUMENT -> scope.name().equals(instrument);
    };
  }
}
