package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.check.Examples;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads all policies of an image and collects everything that is wrong with them. */
final class PolicyReader {

  private static final int MAX_RULES = 2000;
  private static final List<String> POLICY_MUST_NAME = List.of("Owner:", "Purpose:", "Article:");

  private final FolderImage image;
  private final List<Fault> faults = new ArrayList<>();
  private final List<PlacedRule> rules = new ArrayList<>();
  private final List<Examples> examples = new ArrayList<>();

  private PolicyReader(FolderImage image) {
    this.image = image;
  }

  /**
   * @throws LoadException with every fault that was found
   */
  static Candidate read(FolderImage image) throws LoadException {
    return new PolicyReader(image).read();
  }

  private Candidate read() throws LoadException {
    SortedSet<String> policies = new TreeSet<>();
    for (String path : image.files().keySet()) {
      String[] parts = path.split("/", -1);
      if (parts.length == 3) {
        policies.add(parts[1]);
      }
    }
    policies.forEach(this::policy);
    checkNames();
    if (policies.isEmpty()) {
      fault(
          RulesFolder.POLICIES,
          0,
          "found no policy; expected at least one folder with policy.md, *.drl and examples.csv,"
              + " because without rules every order would pass");
    }
    if (rules.size() > MAX_RULES) {
      fault(RulesFolder.POLICIES, 0, "found " + rules.size() + " rules; at most " + MAX_RULES);
    }
    if (!faults.isEmpty()) {
      throw new LoadException(faults);
    }
    // The sort is stable: equal salience leaves the order of files and lines.
    rules.sort(Comparator.comparingInt((PlacedRule rule) -> -rule.tree().salience()));
    return new Candidate(image.hash(), rules, examples);
  }

  private void policy(String policy) {
    Map<String, String> files = image.policy(policy);
    String folder = RulesFolder.POLICIES + "/" + policy + "/";
    policyDocument(folder + "policy.md", files.get(folder + "policy.md"));
    String cases = files.get(folder + "examples.csv");
    if (cases == null) {
      fault(folder + "examples.csv", 0, "is missing; expected orders with their verdicts");
    } else {
      try {
        examples.add(Examples.read(policy, folder + "examples.csv", cases));
      } catch (Refused e) {
        fault(folder + "examples.csv", e.line(), e.reason());
      }
    }
    int before = rules.size() + faults.size();
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".drl")) {
            ruleFile(policy, path, text);
          } else if (path.endsWith(".csv") && !path.endsWith("/examples.csv")) {
            fault(path, 0, "is no file of a policy; limits stand in limits/*.csv");
          }
        });
    if (rules.size() + faults.size() == before) {
      fault(folder, 0, "has no rule; expected at least one in a *.drl file");
    }
  }

  private void policyDocument(String path, @Nullable String text) {
    if (text == null) {
      fault(path, 0, "is missing; expected lines " + String.join(" … ", POLICY_MUST_NAME));
      return;
    }
    for (String word : POLICY_MUST_NAME) {
      boolean named =
          text.lines()
              .map(line -> line.strip().replaceFirst("^[-*] ", ""))
              .anyMatch(line -> line.startsWith(word) && line.length() > word.length() + 1);
      if (!named) {
        fault(path, 0, "has no line that begins with '" + word + "' and goes on; add it");
      }
    }
  }

  private void ruleFile(String policy, String path, String text) {
    try {
      for (RuleTree tree : RuleFileParser.parse(text)) {
        rules.add(new PlacedRule(policy, path, tree));
      }
    } catch (Refused e) {
      fault(path, e.line(), e.reason());
    }
  }

  private void checkNames() {
    Map<String, PlacedRule> seen = new HashMap<>();
    for (PlacedRule rule : rules) {
      PlacedRule before = seen.putIfAbsent(rule.name().toLowerCase(Locale.ROOT), rule);
      if (before != null) {
        fault(
            rule.file(),
            rule.tree().line(),
            "found a second rule '%s' (the first: %s); expected another name"
                .formatted(rule.name(), before.source()));
      }
    }
  }

  private void fault(String file, int line, String message) {
    faults.add(new Fault(file, line, message));
  }
}
