package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.spi.event.NodeEvent.RulesChanged;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The set that serves, and what takes its place. */
class RuleStoreTest extends RuleStoreStage {

  @Test
  void nothingServesBeforeTheFirstLoad() {
    assertThat(store.current()).isNull();
    assertThat(store.status().hash()).isEmpty();
    assertThat(store.status().generation()).isZero();
  }

  @Test
  void theFirstSetServesAndIsDescribed() {
    store.apply();
    assertThat(blocks(11)).isTrue();
    assertThat(blocks(10)).isFalse();
    assertThat(store.status().generation()).isEqualTo(1);
    assertThat(store.status().activated()).isEqualTo(clock.epochNanos());
    assertThat(store.status().faults()).isEmpty();
    assertThat(store.status().rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.name()).isEqualTo("size");
              assertThat(rule.source()).isEqualTo("policies/test/size.drl:1");
              assertThat(rule.gear()).isEqualTo("STRAIGHT");
            });
    assertThat(events.events(RulesChanged.class))
        .containsExactly(new RulesChanged(clock.epochNanos(), store.status().hash(), ""));
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void aChangedFileServesOnceItHasStoodStillForOnePoll() throws IOException {
    store.apply();
    String first = store.status().hash();
    clock.advance(Duration.ofMinutes(1));
    folder.write("examples.csv", STRICTER_EXAMPLES);
    folder.write("size.drl", STRICTER);
    store.poll();
    assertThat(store.status().hash()).isEqualTo(first);
    store.poll();
    assertThat(store.status().hash()).isNotEqualTo(first);
    assertThat(store.status().generation()).isEqualTo(2);
    assertThat(store.status().activated()).isEqualTo(clock.epochNanos());
    assertThat(blocks(6)).isTrue();
    pollTwice();
    assertThat(compilations).hasValue(2);
  }

  @Test
  void aDecisionFinishesOnTheSetThatItBeganWith() throws IOException {
    store.apply();
    RuleSet begun = store.current();
    folder.write("examples.csv", STRICTER_EXAMPLES);
    folder.write("size.drl", STRICTER);
    pollTwice();
    OrderContext order = order(6);
    assertThat(begun).isNotNull().isNotSameAs(store.current());
    begun.evaluate(order);
    assertThat(order.isBlocked()).isFalse();
  }

  @Test
  void aBrokenFileChangesNothingButIsSaidEverywhere() throws IOException {
    store.apply();
    RuleSet before = store.current();
    String hash = store.status().hash();
    folder.write("size.drl", Folder.RULES.replace("quantity >", "quantty >"));
    pollTwice();
    assertThat(store.current()).isSameAs(before);
    assertThat(store.status().hash()).isEqualTo(hash);
    assertThat(store.status().generation()).isEqualTo(1);
    assertThat(store.status().faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("policies/test/size.drl");
              assertThat(fault.line()).isEqualTo(3);
              assertThat(fault.message()).contains("'quantty'", "for example quantity");
            });
    assertThat(alarms.active())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.key()).isEqualTo("rules.load");
              assertThat(alarm.text()).contains("policies/test/size.drl:3");
              assertThat(alarm.count()).isEqualTo(1);
            });
    RulesChanged last = events.events(RulesChanged.class).get(1);
    assertThat(last.ruleSet()).isEqualTo(hash);
    assertThat(last.failure()).contains("policies/test/size.drl:3");
    for (int i = 0; i < 50; i++) {
      store.poll();
    }
    assertThat(events.events(RulesChanged.class)).hasSize(2);
    assertThat(compilations).hasValue(1);
  }

  @Test
  void puttingTheOldFileBackClearsTheFault() throws IOException {
    store.apply();
    folder.write("size.drl", "rule");
    pollTwice();
    assertThat(alarms.isActive("rules.load")).isTrue();
    alarms.clear("rules.load", "ines");
    store.poll();
    assertThat(alarms.isActive("rules.load")).isTrue();
    folder.write("size.drl", Folder.RULES);
    pollTwice();
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active()).isEmpty();
    assertThat(store.status().generation()).isEqualTo(1);
    assertThat(events.events(RulesChanged.class).get(2).failure()).isEmpty();
  }

  @Test
  void mendingTheFileServesTheNewSet() throws IOException {
    folder.write("size.drl", "rule");
    store.apply();
    assertThat(store.current()).isNull();
    assertThat(alarms.active().get(0).text()).contains("every order is denied");
    folder.write("size.drl", Folder.RULES);
    pollTwice();
    assertThat(store.current()).isNotNull();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void aSetWhoseExamplesFailDoesNotServe() throws IOException {
    store.apply();
    folder.write("size.drl", STRICTER.replace("> 5", "> 20"));
    pollTwice();
    assertThat(blocks(11)).isTrue();
    assertThat(store.status().faults().get(0).toString())
        .startsWith("policies/test/examples.csv:3");
  }

  @Test
  void aMissingFolderIsAFaultAndNotAnEmptySet() throws IOException {
    store.apply();
    Files.move(root.resolve("policies"), root.resolve("gone"));
    pollTwice();
    assertThat(store.current()).isNotNull();
    assertThat(store.status().faults().get(0).message())
        .startsWith("policies is missing or vanished");
    Files.move(root.resolve("gone"), root.resolve("policies"));
    pollTwice();
    assertThat(store.status().faults()).isEmpty();
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsFoundAllTheSame() throws IOException {
    folder.write("size.drl", Folder.RULES.replace("> maxOrderQty", "> 9, buy"));
    folder.write("examples.csv", "example,verdict,quantity\na,block,11\n");
    store.apply();
    pollTwice();
    String first = store.status().hash();
    FileTime time = Files.getLastModifiedTime(folder.path("size.drl"));
    Files.writeString(folder.path("size.drl"), Folder.RULES.replace("> maxOrderQty", "> 8, buy"));
    Files.setLastModifiedTime(folder.path("size.drl"), time);
    for (int i = 0; i < 12; i++) {
      store.poll();
    }
    assertThat(store.status().hash()).isNotEqualTo(first);
  }

  @Test
  void theSameFaultIsSaidOnce() throws IOException {
    store.apply();
    Files.delete(folder.path("policy.md"));
    pollTwice();
    int said = events.events(RulesChanged.class).size();
    store.apply();
    pollTwice();
    assertThat(events.events(RulesChanged.class)).hasSize(said);
    assertThat(store.status().faults()).hasSize(1);
  }

  @Test
  void closingEndsServiceForGood() {
    store.apply();
    store.close();
    assertThat(store.current()).isNull();
    store.apply();
    assertThat(store.current()).isNull();
    assertThat(store.status().hash()).isEmpty();
  }

  @Test
  void aLoadThatTheStopCutShortRaisesNoAlarm() throws IOException {
    folder.write("size.drl", "rule");
    store.close();
    store.apply();
    assertThat(alarms.active()).isEmpty();
    assertThat(events.events()).isEmpty();
  }

  @Test
  void ordersFlowWhileSetsAreSwapped() throws Exception {
    store.apply();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong judged = new AtomicLong();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Set<String> hashes = ConcurrentHashMap.newKeySet();
    Thread loop =
        new Thread(
            () -> {
              try {
                ContextEditor editor = new ContextEditor();
                editor.set(ContextNumber.QUANTITY, 50 * Fixed.ONE);
                editor.limits(
                    ResolvedLimits.builder(0).block(LimitKind.MAX_ORDER_QTY, 1, "x").build());
                while (!stop.get()) {
                  RuleSet rules = Objects.requireNonNull(store.current());
                  OrderContext order = editor.begin().context();
                  rules.evaluate(order);
                  if (!order.isBlocked() || order.verdictCount() != 1) {
                    throw new AssertionError(rules.hash() + " said " + order.verdicts());
                  }
                  hashes.add(rules.hash());
                  judged.incrementAndGet();
                }
              } catch (Throwable e) {
                failure.set(e);
              }
            });
    loop.start();
    for (int i = 0; i < 5; i++) {
      folder.write(
          "size.drl", Folder.RULES.replace("> maxOrderQty", "> maxOrderQty, quantity > " + i));
      pollTwice();
      String hash = store.status().hash();
      await().until(() -> hashes.contains(hash) || failure.get() != null);
    }
    stop.set(true);
    loop.join();
    assertThat(failure).hasValue(null);
    assertThat(store.status().generation()).isEqualTo(6);
    assertThat(hashes).hasSizeGreaterThanOrEqualTo(5);
    assertThat(judged.get()).isGreaterThan(100);
  }
}
