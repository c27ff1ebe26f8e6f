package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.SetFiles;
import java.util.function.Consumer;

/** Lets a set serve. */
@FunctionalInterface
public interface Activator {

  /**
   * Compiles a set and lets it serve; waits for it.
   *
   * @param files the set
   * @param beforeSwap told the hash of the rules folder just before; if it throws, nothing changes
   * @throws LoadException if it must not serve
   */
  void activate(SetFiles files, Consumer<String> beforeSwap) throws LoadException;
}
