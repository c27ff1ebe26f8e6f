package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.PlacedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled set, and a session that judges as Drools alone would; to be closed. */
public final class Compilation implements AutoCloseable {

  private final CompiledRules rules;
  private final List<PlacedRule> fresh;
  private final @Nullable DroolsSession reference;
  private final Runnable proven;

  Compilation(
      CompiledRules rules,
      List<PlacedRule> fresh,
      @Nullable DroolsSession reference,
      Runnable proven) {
    this.rules = rules;
    this.fresh = List.copyOf(fresh);
    this.reference = reference;
    this.proven = proven;
  }

  /** The set. */
  public CompiledRules rules() {
    return rules;
  }

  /** Those of its rules that were compiled now; the others were proven in a set before. */
  public List<PlacedRule> fresh() {
    return fresh;
  }

  /**
   * Judges by the fresh rules, and needs not be closed beside this.
   *
   * @throws IllegalStateException if none is fresh
   */
  public DroolsSession reference() {
    if (reference == null) {
      throw new IllegalStateException("no rule was compiled by Drools");
    }
    return reference;
  }

  /** The fresh rules say what Drools says: sets to come may have them as they are. */
  public void proven() {
    proven.run();
  }

  @Override
  public void close() {
    if (reference != null) {
      reference.close();
    }
  }
}
