package io.headgate.rules.drools.internal.gear;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rules that were compiled and held against Drools before, so that of a set in which a few rules
 * change, those few are compiled. They go by what they say, not by their names and places.
 */
final class KnownRules {

  /** Rules that are kept at most: twice as many as a set may have. */
  private static final int MOST = 4000;

  /** Each keeps its classes; those of single rules would become many. */
  private static final int MOST_BATCHES = 64;

  /** Those that were used last come first. */
  private final List<Batch> batches = new ArrayList<>();

  /**
   * The batches out of which a set can take rules. One of which less than half is wanted is left
   * alone: all of it would stay in memory for the sake of a few.
   *
   * @param bodies what the rules of the set say
   */
  synchronized List<Batch> batchesFor(Set<String> bodies) {
    List<Batch> useful = new ArrayList<>();
    for (Batch batch : batches) {
      long wanted = bodies.stream().filter(batch.rules()::containsKey).count();
      if (wanted * 2 >= batch.rules().size()) {
        useful.add(batch);
      }
    }
    batches.removeAll(useful);
    batches.addAll(0, useful);
    return useful;
  }

  /** From now on the rules of a batch may be used again. */
  synchronized void add(Batch batch) {
    batches.add(0, batch);
    int rules = batches.stream().mapToInt(one -> one.rules().size()).sum();
    while (rules > MOST || batches.size() > MOST_BATCHES) {
      rules -= batches.remove(batches.size() - 1).rules().size();
    }
  }
}
