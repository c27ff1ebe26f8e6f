package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.rules.drools.internal.FailsLater;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set that fails on its first order, at every moment that an order may choose. */
class TakenBackTest extends RuleStoreStage {

  private static final String ALARM = "rules.load";
  private static final Set<Thread.State> WAITS_OR_IS_DONE =
      EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED);

  @TempDir Path elsewhere;
  private final List<String> history = new ArrayList<>();
  private volatile Runnable whileWrittenDown = TakenBackTest::nothing;
  private volatile Runnable limits = TakenBackTest::nothing;
  private final AtomicReference<Runnable> whileTold = new AtomicReference<>(TakenBackTest::nothing);
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
    public @Nullable SetFiles first(String folderHash, String limitsHash) {
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
    public void servesAgain(String hash, String folderHash, String limitsHash) {
      history.add(hash);
    }
  }

  @Override
  Alarms told() {
    return new Listened();
  }

  @Override
  Admission admission() {
    return new Written();
  }

  @BeforeEach
  void serveASoundSet() throws IOException {
    store.apply();
    sound = store.status().hash();
  }

  private void fails() {
    FailsLater.on(store.current());
  }

  private void assertTakenBack() {
    assertThat(store.status().hash()).isEqualTo(sound);
    assertThat(store.status().faults()).singleElement().asString().contains("its first order");
    assertThat(alarms.isActive(ALARM)).isTrue();
  }

  @Test
  void anOrderThatComesWhileTheSetIsStillWrittenDownTakesItBackForGood() throws IOException {
    whileWrittenDown = this::fails;
    folder.write("clock.drl", FailsLater.RULE);
    pollTwice();
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
    folder.write("clock.drl", FailsLater.RULE);
    pollTwice();
    order.join();
    assertTakenBack();
  }

  @Test
  void whatWasActivatedAndTakenBackIsSaidUntilSomebodyTouchesTheFilesOrReloads() throws Exception {
    Folder other = new Folder(elsewhere);
    other.write("clock.drl", FailsLater.RULE);
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
    folder.write("clock.drl", FailsLater.RULE);
    pollTwice();
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
    pollTwice();
    assertThat(served).hasValue(2);
    assertThat(history).as("written down once").containsExactly(sound);
  }

  private static void nothing() {}
}
