package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.check.Examples;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a rules folder without a node and without Drools: all that is read is read as a node does
 * it, and the examples are judged by the meaning of the rules' text. Called by the script; prints
 * {@code file:line: what is wrong}, so that an editor can jump there.
 */
public final class RulesCheck {

  private RulesCheck() {}

  /**
   * Checks and prints.
   *
   * @param arguments the folder
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    if (!check(Path.of(arguments[0]), System.out)) {
      System.exit(1);
    }
  }

  /**
   * Checks a folder.
   *
   * @param out takes one line for each fault, or one that says what was found
   * @return whether a node would read it; what Drools makes of it, it finds out itself
   */
  static boolean check(Path root, PrintStream out) {
    List<Fault> faults = new ArrayList<>();
    try {
      Candidate candidate = PolicyReader.read(new RulesFolder(root).read());
      for (Examples examples : candidate.examples()) {
        faults.addAll(examples.runByMeaning(candidate.rules()));
      }
      if (faults.isEmpty()) {
        long policies = candidate.rules().stream().map(rule -> rule.policy()).distinct().count();
        out.printf(
            "%d rules in %d policies are sound, and every example gets its verdict%n",
            candidate.rules().size(), policies);
      }
    } catch (LoadException e) {
      faults.addAll(e.faults());
    } catch (NoSuchFileException e) {
      faults.add(
          new Fault(RulesFolder.POLICIES, 1, e.getMessage() + " is missing; expected a folder"));
    }
    for (Fault fault : faults) {
      out.printf("%s:%d: %s%n", fault.file(), Math.max(1, fault.line()), fault.message());
    }
    return faults.isEmpty();
  }
}
