package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.text.PlacedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCompileTest {

  @Test
  void aCompileThatTakesTooLongIsGivenUpAndNoneBeginsBeforeItHasEnded() {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    BoundedCompile bounded =
        new BoundedCompile(
            (hash, rules) -> {
              begun.incrementAndGet();
              awaitStubbornly(end);
              throw new CompileException("ended");
            },
            1);
    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> bounded.compile("h", List.of()))
        .withMessageContaining("takes longer than 1 s")
        .withMessageContaining("maxCompileSeconds");
    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> bounded.compile("h", List.of()))
        .withMessageContaining("has not ended");
    assertThat(begun).hasValue(1);
    end.countDown();
    await()
        .untilAsserted(
            () ->
                assertThatExceptionOfType(CompileException.class)
                    .isThrownBy(() -> bounded.compile("h", List.of()))
                    .withMessage("ended"));
  }

  @Test
  void aCompileThatGoesOnWellIsWaitedFor() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    BoundedCompile bounded =
        new BoundedCompile(
            (hash, rules) -> {
              begun.countDown();
              awaitStubbornly(end);
              throw new CompileException("ended " + hash);
            },
            60);
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> outcome(bounded, "1"));
    begun.await();
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> outcome(bounded, "2"));
    end.countDown();
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("ended 1");
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("ended 2");
  }

  private static String outcome(BoundedCompile bounded, String hash) {
    try {
      bounded.compile(hash, List.of());
      return "compiled";
    } catch (CompileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** As a compiler does that never looks whether it was interrupted. */
  private static void awaitStubbornly(CountDownLatch end) {
    boolean ended = false;
    while (!ended) {
      try {
        end.await();
        ended = true;
      } catch (InterruptedException e) {
        ended = false;
      }
    }
  }

  @Test
  void whatBreaksTheCompilerIsAFaultOfTheSet() {
    BoundedCompile bounded =
        new BoundedCompile(
            (hash, rules) -> {
              throw new StackOverflowError("deep");
            },
            60);
    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> bounded.compile("h", List.of()))
        .withMessageContaining("compiling failed")
        .withMessageContaining("deep");
  }

  @Test
  void noCompileBeginsForWhichTheHeapHasNoRoom() throws Exception {
    List<PlacedRule> rules = new ArrayList<>(Rules.of(List.of("quantity > 5", "buy")));
    BoundedCompile.checkRoom(rules, 1L << 30);
    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> BoundedCompile.checkRoom(rules, 1L << 20))
        .withMessageContaining("compiling 2 rules may take")
        .withMessageContaining("1 MiB are free");
  }
}
