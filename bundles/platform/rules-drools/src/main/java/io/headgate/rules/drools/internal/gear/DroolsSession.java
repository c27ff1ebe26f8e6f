package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A plain Drools session over the one fact: the gear for rules that cannot be lifted, and what the
 * lifted ones are compared with. For one thread at a time.
 */
public final class DroolsSession implements AutoCloseable {

  private final KieBase base;
  private @Nullable KieSession session;

  DroolsSession(KieBase base) {
    this.base = base;
  }

  /** Another session over the same rules, for another thread. */
  DroolsSession another() {
    return new DroolsSession(base);
  }

  /** As {@link Matcher#match}, with Drools deciding which rules apply and none of them speaking. */
  int match(OrderContext context, int[] hits, int count) throws Exception {
    int[] next = {count};
    fire(
        context,
        match -> {
          hits[next[0]++] = CanonicalDrl.index(match.getRule().getName());
          return false;
        });
    return next[0];
  }

  /**
   * Lets the rules speak as Drools alone would: its conditions, its agenda, its consequences.
   *
   * @throws Exception if a rule fails
   */
  public void evaluate(OrderContext context, List<PlacedRule> rules) throws Exception {
    fire(
        context,
        match -> {
          context.beginRule(rules.get(CanonicalDrl.index(match.getRule().getName())).name());
          return true;
        });
  }

  private void fire(OrderContext context, AgendaFilter filter) throws Exception {
    inDrools(
        () -> {
          KieSession open = session == null ? base.newKieSession() : session;
          // A session in which something failed is not used again.
          session = null;
          boolean sound = false;
          try {
            FactHandle fact = open.insert(context);
            open.fireAllRules(filter);
            open.delete(fact);
            sound = true;
            session = open;
          } finally {
            if (!sound) {
              open.dispose();
            }
          }
          return open;
        });
  }

  /** Runs with the context loader with which Drools finds its own parts. */
  static <T> T inDrools(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KieServices.class.getClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.dispose();
      session = null;
    }
  }
}
