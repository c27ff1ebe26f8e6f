package io.headgate.spi.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What serves, and what is wrong.
 *
 * @param hash hash of the serving set; empty if none serves
 * @param generation number of sets that have served since the start
 * @param activated when it began to serve, UTC nanoseconds since 1970; 0 if none serves
 * @param rules its rules, in the order in which they are evaluated
 * @param faults why the files as they are now were refused; empty if they serve
 */
public record RuleStatus(
    String hash, int generation, long activated, List<RuleInfo> rules, List<Fault> faults) {

  public RuleStatus {
    rules = List.copyOf(rules);
    faults = List.copyOf(faults);
  }

  /** The same with further faults. */
  public RuleStatus with(List<Fault> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(more);
    return new RuleStatus(hash, generation, activated, rules, all);
  }

  /**
   * One rule.
   *
   * @param name its name, unique in the set
   * @param policy folder that it stands in
   * @param source file and line
   * @param gear how it is evaluated: {@code STRAIGHT} or {@code SESSION}
   * @param note why it is not in the fast gear; empty where it is
   * @param nearMisses orders since the set began to serve to which it did not apply by one
   *     condition alone, whose value stood within a twentieth of its limit, and on which no rule of
   *     its policy blocked
   */
  public record RuleInfo(
      String name, String policy, String source, String gear, String note, long nearMisses) {

    /** Without near misses. */
    public RuleInfo(String name, String policy, String source, String gear, String note) {
      this(name, policy, source, gear, note, 0);
    }
  }

  /**
   * One fault.
   *
   * @param file path below the rules folder
   * @param line line, from 1; 0 where it concerns the whole file
   * @param message what was found, what was expected, the next step
   */
  public record Fault(String file, int line, String message) {
    @Override
    public String toString() {
      return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
  }
}
