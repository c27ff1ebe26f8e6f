package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set that fails on its first order, at every moment that an order may choose. */
class TakenBackTest {

  private static final String ALARM = "rules.load";
  private static final String FAILS =
      Rules.text("clock", "decisionMillis * 10000000 > 5, quantity > 900");
  private static final Set<Thread.State> WAITS_OR_IS_DONE =
      EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED);

  @TempDir Path base;
  private Folder folder;
  private final RecordingAlarms alarms = new RecordingAlarms();
  private final AtomicInteger compilations = new AtomicInteger();
  private final List<String> history = new ArrayList<>();
  private volatile Runnable whileWrittenDown = TakenBackTest::nothing;
  private volatile Runnable limits = TakenBackTest::nothing;
  private final AtomicReference<Runnable> whileTold = new AtomicReference<>(TakenBackTest::nothing);
  private RuleStore store;
  private String sound;

  /** Something happens while the alarm of the files is cleared. */
  private final class Listened implements Alarms {
    @Override
    public void raise(String key, Alarm.Level level, String text) {
      alarms.raise(key, level, text);
    }

    @Override
    public void clear(String key) {
      if (key.equals(ALARM)) {
        whileTold.getAndSet(TakenBackTest::nothing).run();
      }
      alarms.clear(key);
    }

    @Override
    public void acknowledge(String key, String who) {
      alarms.acknowledge(key, who);
    }

    @Override
    public List<Alarm> active() {
      return alarms.active();
    }
  }

  private final class Written implements Admission {
    @Override
    public boolean takesLimits() {
      return false;
    }

    @Override
    public @Nullable SetFiles first(String folderHash, String wholeHash) {
      return null;
    }

    @Override
    public boolean admits(SetFiles files) {
      return true;
    }

    @Override
    public Runnable limits(SetFiles files) {
      return () -> limits.run();
    }

    @Override
    public void serves(SetFiles files) {
      whileWrittenDown.run();
    }

    @Override
    public void servesAgain(String hash, String folderHashes) {
      history.add(hash);
    }
  }

  @BeforeEach
  void serveASoundSet() throws IOException {
    folder = new Folder(Files.createDirectories(base.resolve("rules")));
    RuleCompiler compiler = new RuleCompiler(true);
    Loader loader =
        new Loader(
            (hash, rules) -> {
              compilations.incrementAndGet();
              return compiler.compile(hash, rules);
            },
            100,
            0);
    Notices notices = new Notices(new FixedClock(), new Listened(), new RecordingEvents());
    store = new RuleStore(folder.root(), loader, notices, new Written());
    store.apply();
    sound = store.status().hash();
  }

  private void fails() {
    RuleSet rules = Objects.requireNonNull(store.current());
    OrderContext order =
        new ContextEditor()
            .begin()
            .set(ContextNumber.QUANTITY, Fixed.ONE)
            .set(ContextNumber.DECISION_MILLIS, 1_793_000_000_000L)
            .context();
    assertThatThrownBy(() -> rules.evaluate(order)).hasMessageContaining("clock.drl:1");
  }

  private void pollOften() {
    for (int i = 0; i < 25; i++) {
      store.poll();
    }
  }

  private void assertTakenBack() {
    assertThat(store.status().hash()).isEqualTo(sound);
    assertThat(store.status().faults()).singleElement().asString().contains("its first order");
    assertThat(alarms.isActive(ALARM)).isTrue();
  }

  @Test
  void anOrderThatComesWhileTheSetIsStillWrittenDownTakesItBackForGood() throws IOException {
    whileWrittenDown = this::fails;
    folder.write("clock.drl", FAILS);
    store.poll();
    store.poll();
    assertTakenBack();
    pollOften();
    assertTakenBack();
    assertThat(compilations).hasValue(2);
  }

  @Test
  void anOrderThatComesWhileTheSetIsToldOfIsToldOfAfterIt() throws Exception {
    Thread order = new Thread(this::fails);
    whileTold.set(
        () -> {
          order.start();
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> WAITS_OR_IS_DONE.contains(order.getState()));
        });
    folder.write("clock.drl", FAILS);
    store.poll();
    store.poll();
    order.join();
    assertTakenBack();
  }

  @Test
  void whatWasActivatedAndTakenBackIsSaidUntilSomebodyTouchesTheFilesOrReloads() throws Exception {
    Folder other = new Folder(Files.createDirectories(base.resolve("other")));
    other.write("clock.drl", FAILS);
    SetFiles files = SetFiles.read(other.root());
    store.activate(files, folderHash -> {});
    fails();
    pollOften();
    assertTakenBack();
    store.apply();
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active()).isEmpty();

    store.activate(files, folderHash -> {});
    fails();
    pollOften();
    assertTakenBack();
    folder.write("size.drl", Folder.RULES);
    pollOften();
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void limitsThatCannotServeAgainNowDoAtTheNextLook() throws IOException {
    folder.write("clock.drl", FAILS);
    store.poll();
    store.poll();
    fails();
    AtomicInteger served = new AtomicInteger();
    limits =
        () -> {
          if (served.incrementAndGet() == 1) {
            throw new IllegalStateException("limits are away");
          }
        };
    assertThatThrownBy(() -> store.poll()).hasMessage("limits are away");
    assertThat(history).isEmpty();
    store.poll();
    store.poll();
    assertThat(served).hasValue(2);
    assertThat(history).as("written down once").containsExactly(sound);
  }

  private static void nothing() {}
}
