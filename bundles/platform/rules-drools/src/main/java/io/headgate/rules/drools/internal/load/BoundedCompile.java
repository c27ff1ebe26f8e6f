package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.gear.Compilation;
import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.text.PlacedRule;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Compiles within a time and a share of the memory. What a set can ask for is bounded by how many
 * rules and comparisons it may have; this bounds what comes of it: a compile that takes too long is
 * given up, and none begins while the heap has no room for it. A thread cannot be ended from
 * outside, so the next one begins only when the one that was given up has come to its end. One that
 * goes on well is waited for.
 */
public final class BoundedCompile implements Loader.CompileStep {

  private static final long MIB = 1024 * 1024;

  /** What a compile takes of the heap, whatever it compiles. */
  private static final long BASE_BYTES = 64 * MIB;

  /**
   * What each comparison adds. Measured: 400 rules of five comparisons, 158 MiB by this count, were
   * compiled in a heap of 154 MiB.
   */
  private static final long BYTES_PER_COMPARISON = 48 * 1024;

  private final Loader.CompileStep compiler;
  private final int maxSeconds;
  private final Lock one = new ReentrantLock();

  /** The thread of a compile that took too long; it may go on. */
  private @Nullable Thread givenUp;

  /**
   * @param compiler compiles
   * @param maxSeconds after so many seconds it is given up
   */
  public BoundedCompile(Loader.CompileStep compiler, int maxSeconds) {
    this.compiler = compiler;
    this.maxSeconds = maxSeconds;
  }

  @Override
  public Compilation compile(String hash, List<PlacedRule> rules) throws CompileException {
    try {
      one.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompileException("compiling was cut short");
    }
    try {
      return alone(hash, rules);
    } finally {
      one.unlock();
    }
  }

  private Compilation alone(String hash, List<PlacedRule> rules) throws CompileException {
    if (givenUp != null && givenUp.isAlive()) {
      throw new CompileException(
          "a compile that took longer than %d s has not ended; save the files again later"
              .formatted(maxSeconds));
    }
    checkRoom(rules, freeBytes());
    FutureTask<Compilation> task = new FutureTask<>(() -> compiler.compile(hash, rules));
    Thread thread = new Thread(task, "headgate-rules-compile");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(maxSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      givenUp = thread;
      task.cancel(true);
      throw new CompileException(
          "compiling takes longer than %d s; make the rules fewer or simpler, or raise"
                  .formatted(maxSeconds)
              + " maxCompileSeconds in etc/io.headgate.rules.cfg");
    } catch (InterruptedException e) {
      givenUp = thread;
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new CompileException("compiling was cut short");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CompileException known
          ? known
          : new CompileException("compiling failed: " + e.getCause());
    }
  }

  /** The heap without what was alive in it when it was last cleaned. */
  private static long freeBytes() {
    long alive =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .mapToLong(pool -> pool.getCollectionUsage().getUsed())
            .sum();
    return Runtime.getRuntime().maxMemory() - alive;
  }

  /**
   * @throws CompileException if compiling these rules may take more than there is
   */
  static void checkRoom(List<PlacedRule> rules, long freeBytes) throws CompileException {
    long comparisons = rules.stream().mapToLong(rule -> rule.tree().when().size()).sum();
    long needed = BASE_BYTES + comparisons * BYTES_PER_COMPARISON;
    if (needed > freeBytes) {
      throw new CompileException(
          ("compiling %d rules may take %d MiB of memory, and %d MiB are free; make the rules fewer,"
                  + " or give the node more with -Xmx in HEADGATE_JAVA_OPTS")
              .formatted(rules.size(), needed / MIB, freeBytes / MIB));
    }
  }
}
