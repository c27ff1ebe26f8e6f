package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The example orders of one policy, each with the verdict that the policy must give. */
public final class Examples {

  private static final int MAX_NAME = 200;
  private static final int MAX_DIGITS = 40;

  private record Example(
      String name, int line, Draft order, Severity verdict, Set<String> reasons) {}

  private final String policy;
  private final String file;
  private final List<Example> examples = new ArrayList<>();

  private Examples(String policy, String file) {
    this.policy = policy;
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @param policy name of the policy
   * @param file path for messages
   * @param text content
   * @throws Refused if a line cannot be understood
   */
  public static Examples read(String policy, String file, String text) throws Refused {
    Examples examples = new Examples(policy, file);
    for (ExampleSheet.Row row : ExampleSheet.read(text)) {
      examples.examples.add(examples.example(row));
    }
    if (examples.examples.isEmpty()) {
      throw new Refused(0, "has no example; expected orders with their verdicts");
    }
    return examples;
  }

  private Example example(ExampleSheet.Row row) throws Refused {
    int line = row.line();
    Draft order = new Draft();
    order.source(file + ":" + line);
    Severity verdict = null;
    Set<String> reasons = Set.of();
    String name = "";
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      String value = cell.getValue();
      switch (cell.getKey()) {
        case ExampleSheet.NAME -> name = value.substring(0, Math.min(MAX_NAME, value.length()));
        case ExampleSheet.REASONS -> reasons = new TreeSet<>(List.of(value.split("[; ]+", -1)));
        case ExampleSheet.VERDICT -> verdict = severity(value, line);
        case "buy" -> order.set(ContextText.SIDE, yes(value, "buy", line) ? "BUY" : "SELL");
        case "replace" ->
            order.set(ContextText.REQUEST, yes(value, "replace", line) ? "REPLACE" : "NEW");
        default -> set(order, cell.getKey(), value, line);
      }
    }
    if (verdict == null) {
      throw new Refused(line, "found no verdict; expected pass, warn or block");
    }
    return new Example(name, line, order, verdict, reasons);
  }

  private static boolean yes(String cell, String column, int line) throws Refused {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Refused(
              line, "found %s in column %s; expected true or false".formatted(cell, column));
    };
  }

  private static Severity severity(String cell, int line) throws Refused {
    for (Severity severity : Severity.values()) {
      if (severity.name().equals(cell.toUpperCase(Locale.ROOT))) {
        return severity;
      }
    }
    throw new Refused(line, "found the verdict '" + cell + "'; expected pass, warn or block");
  }

  private static void set(Draft order, String column, String cell, int line) throws Refused {
    Optional<ContextNumber> number = number(column);
    Optional<LimitKind> limit = limit(column);
    if (number.isPresent()) {
      order.set(number.get(), scaled(number.get().unit(), column, cell, line));
    } else if (limit.isPresent()) {
      long value = scaled(limit.get().unit(), column, cell, line);
      order.set(limit.get(), column.startsWith(ExampleSheet.WARN), value);
    } else {
      Optional<ContextText> text = text(column);
      if (text.isPresent()) {
        order.set(text.get(), word(text.get(), cell, line));
      }
    }
  }

  /** A text that the field can have; those that are known beforehand in any case. */
  private static String word(ContextText text, String cell, int line) throws Refused {
    List<String> words = Vocabulary.words(text);
    String word = words.isEmpty() ? cell : cell.toUpperCase(Locale.ROOT);
    if (!words.isEmpty() && !words.contains(word)) {
      throw new Refused(
          line,
          "found %s in column %s; expected one of %s"
              .formatted(cell, text.property(), String.join(", ", words)));
    }
    return word;
  }

  private static long scaled(Unit unit, String column, String cell, int line) throws Refused {
    try {
      if (cell.length() > MAX_DIGITS) {
        throw new NumberFormatException("more than %d characters".formatted(MAX_DIGITS));
      }
      return unit.parse(cell);
    } catch (NumberFormatException e) {
      throw new Refused(
          line,
          "found %s in column %s; expected a number in %s (%s)"
              .formatted(cell, column, unit.word(), e.getMessage()));
    }
  }

  private static Optional<ContextNumber> number(String column) {
    for (ContextNumber number : ContextNumber.values()) {
      if (number.property().equals(column)) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  private static Optional<ContextText> text(String column) {
    for (ContextText text : ContextText.values()) {
      if (text.property().equals(column)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static Optional<LimitKind> limit(String column) {
    return LimitKind.ofWord(
        column.startsWith(ExampleSheet.WARN)
            ? column.substring(ExampleSheet.WARN.length())
            : column);
  }

  /** Judges every example by the rules of its policy; one fault for each other verdict. */
  public List<Fault> run(CompiledRules rules) {
    return run(rules::evaluate, rules.rules());
  }

  /** The same by the meaning of the rules' text, without Drools. */
  public List<Fault> runByMeaning(List<PlacedRule> rules) {
    return run(Judge.byMeaning(rules), rules);
  }

  private List<Fault> run(Judge judge, List<PlacedRule> rules) {
    Set<String> own =
        rules.stream()
            .filter(rule -> rule.policy().equals(policy))
            .map(PlacedRule::name)
            .collect(Collectors.toSet());
    List<Fault> faults = new ArrayList<>();
    ContextEditor editor = new ContextEditor();
    for (Example example : examples) {
      OrderContext context = example.order().fill(editor);
      try {
        judge.judge(context);
        List<Verdict> verdicts =
            context.verdicts().stream().filter(verdict -> own.contains(verdict.rule())).toList();
        check(example, verdicts, faults);
      } catch (Exception e) {
        fault(example, "a failure: " + e.getMessage(), faults);
      }
    }
    return faults;
  }

  private void check(Example example, List<Verdict> verdicts, List<Fault> faults) {
    Severity worst =
        verdicts.stream().map(Verdict::severity).max(Severity::compareTo).orElse(Severity.PASS);
    Set<String> reasons =
        verdicts.stream().map(Verdict::reason).collect(Collectors.toCollection(TreeSet::new));
    if (worst != example.verdict()
        || (!example.reasons().isEmpty() && !example.reasons().equals(reasons))) {
      String got = verdicts.stream().map(Verdict::describe).collect(Collectors.joining("; "));
      fault(example, got.isEmpty() ? "pass" : got, faults);
    }
  }

  private void fault(Example example, String got, List<Fault> faults) {
    String expected = example.verdict().name().toLowerCase(Locale.ROOT);
    String reasons = example.reasons().isEmpty() ? "" : " " + String.join(" ", example.reasons());
    faults.add(
        new Fault(
            file,
            example.line(),
            "example '%s' got %s; expected %s%s: correct the rule or the example"
                .formatted(example.name(), got, expected, reasons)));
  }
}
