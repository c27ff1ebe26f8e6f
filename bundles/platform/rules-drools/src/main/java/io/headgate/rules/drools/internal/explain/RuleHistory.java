package io.headgate.rules.drools.internal.explain;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.text.PlacedRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of the latest sets that served, by hash; safe from every thread. */
final class RuleHistory {

  private static final int KEPT = 16;

  private final Map<String, List<PlacedRule>> sets =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<PlacedRule>> eldest) {
          return size() > KEPT;
        }
      };

  synchronized void add(@Nullable CompiledRules serving) {
    if (serving != null && !sets.containsKey(serving.hash())) {
      sets.put(serving.hash(), serving.rules());
    }
  }

  synchronized @Nullable List<PlacedRule> find(String hash) {
    return sets.get(hash);
  }
}
