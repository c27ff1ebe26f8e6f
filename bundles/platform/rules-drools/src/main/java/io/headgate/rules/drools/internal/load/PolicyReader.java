package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.check.Examples;
import io.headgate.rules.drools.internal.load.RuleReaders.RuleReader;
import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.table.Types;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
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
  private static final int MAX_COMPARISONS = 20_000;
  private static final List<String> POLICY_MUST_NAME = List.of("Owner:", "Purpose:", "Article:");

  /** Examples of a control that looks at what was traded; it stands behind the order path. */
  static final String SURVEILLANCE = "surveillance.csv";

  private static final String SURVEILLANCE_HEADER =
      "example,expected,second,account,event,side,quantity,price,times";

  private final FolderImage image;
  private final List<Fault> faults = new ArrayList<>();
  private final List<PlacedRule> rules = new ArrayList<>();
  private final List<Examples> examples = new ArrayList<>();

  private @Nullable Dictionary dictionary;

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
    dictionary = dictionary();
    for (String policy : List.copyOf(policies)) {
      if (isSurveillance(policy)) {
        surveillance(policy);
        policies.remove(policy);
      }
    }
    policies.forEach(this::policy);
    checkNames();
    checkSize();
    if (policies.isEmpty()) {
      fault(
          RulesFolder.POLICIES,
          0,
          "found no policy; expected at least one folder with policy.md, rules and examples.csv,"
              + " because without rules every order would pass");
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
    String folder = folder(policy);
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
    RuleReaders readers = readers(folder + Types.FILE, files.get(folder + Types.FILE));
    files.forEach(
        (path, text) -> {
          RuleReader reader = readers.of(path, text);
          if (reader != null) {
            ruleFile(policy, path, reader);
          }
        });
    if (rules.size() + faults.size() == before) {
      fault(folder, 0, "has no rule; expected at least one in a *.dslr, *.drl or *.csv");
    }
  }

  private boolean isSurveillance(String policy) {
    return image.files().containsKey(folder(policy) + SURVEILLANCE);
  }

  private static String folder(String policy) {
    return RulesFolder.POLICIES + "/" + policy + "/";
  }

  /**
   * A control of surveillance says what it is for and shows what it does; it decides no order. So
   * nothing that would decide one may stand beside it, where nobody would read it.
   */
  private void surveillance(String policy) {
    policyDocument(folder(policy) + "policy.md", image.files().get(folder(policy) + "policy.md"));
    image
        .policy(policy)
        .forEach(
            (path, text) -> {
              if (path.endsWith("/" + SURVEILLANCE)) {
                surveillanceExamples(path, text);
              } else if (!path.endsWith(".md")) {
                fault(
                    path,
                    0,
                    "found beside %s, which is for what is watched and decides no order; expected"
                            .formatted(SURVEILLANCE)
                        + " rules and their examples in a policy of their own");
              }
            });
  }

  private void surveillanceExamples(String path, String text) {
    try {
      Lexer.checkNothingHides(text, 1);
    } catch (Refused e) {
      fault(path, e.line(), e.reason());
    }
    String header = text.lines().findFirst().orElse("").strip();
    if (!header.equals(SURVEILLANCE_HEADER)) {
      fault(path, 1, "found '%s'; expected '%s'".formatted(header, SURVEILLANCE_HEADER));
    }
  }

  private void policyDocument(String path, @Nullable String text) {
    if (text == null) {
      fault(path, 0, "is missing; expected lines " + String.join(" … ", POLICY_MUST_NAME));
      return;
    }
    try {
      Lexer.checkNothingHides(text, 1);
    } catch (Refused e) {
      fault(path, e.line(), e.reason());
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

  /** The dictionary of the set; null if it has none, or one that was refused. */
  private @Nullable Dictionary dictionary() {
    String text = image.files().get(Dictionary.FILE);
    try {
      return text == null ? null : Dictionary.read(text);
    } catch (Refused e) {
      fault(Dictionary.FILE, e.line(), e.reason());
      return null;
    }
  }

  private RuleReaders readers(String path, @Nullable String types) {
    try {
      return new RuleReaders(dictionary, types == null ? Types.none() : Types.read(types));
    } catch (Refused e) {
      fault(path, e.line(), e.reason());
      return new RuleReaders(dictionary, Types.none());
    }
  }

  private void ruleFile(String policy, String path, RuleReader reader) {
    try {
      for (RuleTree tree : reader.read()) {
        rules.add(new PlacedRule(policy, path, tree));
      }
    } catch (Refused e) {
      fault(path, e.line(), e.reason());
    }
  }

  /**
   * Bounds what compiling can cost in time and memory; the rule at which it is too much is named.
   */
  private void checkSize() {
    int comparisons = 0;
    for (int i = 0; i < rules.size(); i++) {
      PlacedRule rule = rules.get(i);
      comparisons += rule.tree().weight();
      if (i >= MAX_RULES || comparisons > MAX_COMPARISONS) {
        fault(
            rule.file(),
            rule.tree().line(),
            "found more than %d rules or %d comparisons in all files up to here (more than three deep"
                    .formatted(MAX_RULES, MAX_COMPARISONS)
                + " in one another, they count twice for each level); expected fewer");
        return;
      }
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
