package io.headgate.rules.drools.internal.approval;

import io.headgate.spi.candidate.Candidate.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was done with each set, one line each, durable before it counts. Lines are only ever added.
 * An approval counts only if its signature still verifies, so that writing into this file by hand
 * approves nothing.
 */
public final class Ledger {

  /** Somebody has staged it. */
  public static final String STAGED = "STAGED";

  /** It was saved in the rules folder and waits. */
  public static final String SAVED = "SAVED";

  /** It judges beside the serving set, or does not any more. */
  public static final String SHADOWED = "SHADOWED";

  /** Somebody has signed it. */
  public static final String APPROVED = "APPROVED";

  /** It serves by an act. */
  public static final String ACTIVATED = "ACTIVATED";

  /** It serves on this node alone, until it serves on all or is taken back. */
  public static final String CANARY = "CANARY";

  /** It serves here again because the canary ended. */
  public static final String CANARY_ENDED = "CANARY_ENDED";

  /** It serves again by an act. */
  public static final String ROLLED_BACK = "ROLLED_BACK";

  /** It serves because it was saved in the rules folder. */
  public static final String SERVED = "SERVED";

  /** It serves because another node of the firm has let it serve. */
  public static final String RECEIVED = "RECEIVED";

  private final LedgerFile file;
  private final List<Line> lines = new ArrayList<>();

  /** Time of the latest act that is known of any node. */
  private long floor;

  /**
   * One line.
   *
   * @param hash of the set
   * @param step what was done
   * @param detail folder that it comes from; the signature of an approval; for what serves, what
   *     stood beside it then
   */
  public record Line(String hash, Step step, String detail) {

    /** Whether it says where the set comes from. */
    public boolean tellsOrigin() {
      return step.what().equals(STAGED) || step.what().equals(SAVED);
    }

    /** Whether it serves here alone, and other nodes are not to have it yet. */
    public boolean isCanary() {
      return step.what().equals(CANARY);
    }

    /** Whether it says nothing about what is to serve on other nodes: a canary began or ended. */
    public boolean isLocal() {
      return isCanary() || step.what().equals(CANARY_ENDED);
    }

    /**
     * Whether somebody has let it serve, on whichever node: then others should have it. Nobody has
     * where it was found at a start, or the set after it failed.
     */
    public boolean isAct() {
      return serves(this)
          && !isLocal()
          && !step.why().equals(Lifecycle.FOUND)
          && !step.why().equals(Lifecycle.AGAIN);
    }
  }

  /**
   * Reads what is there.
   *
   * @throws IOException if it cannot be read, or a line is not one of these
   */
  public Ledger(Path file) throws IOException {
    this(file, channel -> channel.force(true));
  }

  Ledger(Path file, LedgerFile.Durability durability) throws IOException {
    this.file = new LedgerFile(file, durability);
    this.file.read().forEach(this::put);
  }

  /**
   * Acts from now on are later than this.
   *
   * @param time of an act on another node, UTC nanoseconds since 1970
   */
  public synchronized void notBefore(long time) {
    floor = Math.max(floor, time);
  }

  /**
   * Adds a line, durably; if it cannot be written, nothing of it stays in the file. What serves now
   * by an act has a later time than what served before here, and than any act that is known of
   * another node, whatever the clocks of the nodes say: so every node agrees on which act was the
   * last. What another node has done keeps its own time.
   */
  public synchronized void add(String hash, Step step, String detail) throws IOException {
    Line line = new Line(hash, plain(step, step.time()), plain(detail));
    List<Line> served = served();
    if (serves(line) && !step.what().equals(RECEIVED)) {
      long last = served.isEmpty() ? Long.MIN_VALUE : served.get(served.size() - 1).step().time();
      long before = line.isAct() && floor > 0 ? Math.max(last, floor) : last;
      line = new Line(hash, plain(step, Math.max(step.time(), before + 1)), line.detail());
    }
    file.add(line);
    put(line);
  }

  /**
   * The rules folder has come to say what serves: the line by which it does is written once more
   * with the folder's hash, and counts instead of the one before. Nothing was done that other nodes
   * should follow.
   */
  public synchronized void folderSays(String folderHash) throws IOException {
    List<Line> served = served();
    Line last = served.get(served.size() - 1);
    Line now = new Line(last.hash(), last.step(), folderHash);
    file.add(now);
    put(now);
  }

  /** Adds a line, or puts it in the place of the one that serves, if it says the same of it. */
  private void put(Line line) {
    int last = lines.size() - 1;
    while (last >= 0 && !serves(lines.get(last))) {
      last--;
    }
    boolean same =
        last >= 0
            && lines.get(last).hash().equals(line.hash())
            && lines.get(last).step().equals(line.step());
    if (same) {
      lines.set(last, line);
    } else {
      lines.add(line);
    }
  }

  private static Step plain(Step step, long time) {
    return new Step(time, step.what(), plain(step.who()), plain(step.why()));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** The lines of one set. */
  public synchronized List<Line> of(String hash) {
    return lines.stream().filter(line -> line.hash().equals(hash)).toList();
  }

  /** All sets, the one with the latest line first. */
  public synchronized List<String> sets() {
    Set<String> sets = new LinkedHashSet<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      sets.add(lines.get(i).hash());
    }
    return List.copyOf(sets);
  }

  private static boolean serves(Line line) {
    return switch (line.step().what()) {
      case ACTIVATED, CANARY, CANARY_ENDED, ROLLED_BACK, SERVED, RECEIVED -> true;
      default -> false;
    };
  }

  /** The lines that say what serves, the latest last. */
  public synchronized List<Line> served() {
    return lines.stream().filter(Ledger::serves).toList();
  }

  /** Those of them that no canary has brought, the latest last. */
  public List<Line> servedForAll() {
    return served().stream().filter(line -> !line.isLocal()).toList();
  }

  /** Whether a set serves as a canary, if it is the one that serves. */
  public boolean isCanary(String serving) {
    List<Line> served = served();
    Line last = served.isEmpty() ? null : served.get(served.size() - 1);
    return last != null && last.isCanary() && last.hash().equals(serving);
  }
}
