package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.check.Examples;
import io.headgate.rules.drools.internal.text.PlacedRule;
import java.util.List;

/**
 * What the files say, read and found safe, but not compiled.
 *
 * @param hash hash of the files
 * @param rules in the order of evaluation: by salience, then by file, then as they stand in it
 * @param examples of every policy
 */
record Candidate(String hash, List<PlacedRule> rules, List<Examples> examples) {
  Candidate {
    rules = List.copyOf(rules);
    examples = List.copyOf(examples);
  }
}
