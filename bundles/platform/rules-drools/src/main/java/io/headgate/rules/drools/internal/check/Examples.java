package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The example orders of one policy, each with the verdict that the policy must give. */
public final class Examples {

  private static final String NAME = "example";
  private static final String VERDICT = "verdict";
  private static final String REASONS = "reasons";
  private static final String WARN = "warn-";

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
    Lexer.checkNothingHides(text, 1);
    Examples examples = new Examples(policy, file);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setCommentMarker('#')
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<String> columns = parser.getHeaderNames();
      for (String column : columns) {
        checkColumn(column);
        if (columns.indexOf(column) != columns.lastIndexOf(column)) {
          throw new Refused(1, "found the column '" + column + "' twice; expected it once");
        }
      }
      for (CSVRecord row : parser) {
        examples.examples.add(examples.example(row, (int) parser.getCurrentLineNumber()));
      }
    } catch (CSVException | IllegalArgumentException | UncheckedIOException e) {
      throw new Refused(1, "is no CSV with one header line: " + e.getMessage());
    } catch (IOException e) {
      throw new Refused(0, "cannot be read: " + e);
    }
    if (examples.examples.isEmpty()) {
      throw new Refused(0, "has no example; expected orders with their verdicts");
    }
    return examples;
  }

  private static void checkColumn(String column) throws Refused {
    if (!Set.of(NAME, VERDICT, REASONS).contains(column)
        && number(column).isEmpty()
        && text(column).isEmpty()
        && limit(column).isEmpty()) {
      throw new Refused(
          1,
          "found the column '%s'; expected example, verdict, reasons, a field of the order or a"
                  .formatted(column)
              + " limit's word (rules/README.md lists them all)");
    }
  }

  private Example example(CSVRecord row, int line) throws Refused {
    if (!row.isConsistent()) {
      throw new Refused(
          line,
          "found %d cells; expected %d as in the header"
              .formatted(row.size(), row.getParser().getHeaderNames().size()));
    }
    Draft order = new Draft();
    order.source(file + ":" + line);
    Severity verdict = null;
    Set<String> reasons = Set.of();
    String name = "";
    for (String column : row.getParser().getHeaderNames()) {
      String cell = row.get(column);
      if (cell.isEmpty()) {
        continue;
      }
      switch (column) {
        case NAME -> name = cell;
        case REASONS -> reasons = new TreeSet<>(List.of(cell.split("[; ]+", -1)));
        case VERDICT -> verdict = severity(cell, line);
        default -> set(order, column, cell, line);
      }
    }
    if (verdict == null) {
      throw new Refused(line, "found no verdict; expected pass, warn or block");
    }
    return new Example(name, line, order, verdict, reasons);
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
      order.set(limit.get(), column.startsWith(WARN), value);
    } else {
      text(column).ifPresent(text -> order.set(text, cell));
    }
  }

  private static long scaled(Unit unit, String column, String cell, int line) throws Refused {
    try {
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
    return LimitKind.ofWord(column.startsWith(WARN) ? column.substring(WARN.length()) : column);
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
