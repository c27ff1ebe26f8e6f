package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store over a folder with one rule, and what it tells of. */
abstract class RuleStoreStage {

  static final String STRICTER = Folder.RULES.replace("quantity > maxOrderQty", "quantity > 5");
  static final String STRICTER_EXAMPLES = "example,verdict,quantity\nsmall,pass,5\nlarge,block,6\n";

  @TempDir Path root;
  Folder folder;
  final RecordingAlarms alarms = new RecordingAlarms();
  final RecordingEvents events = new RecordingEvents();
  final FixedClock clock = new FixedClock();
  final AtomicInteger compilations = new AtomicInteger();
  RuleStore store;

  @BeforeEach
  void makeStore() throws IOException {
    folder = new Folder(root);
    RuleCompiler compiler = new RuleCompiler(true);
    Loader loader =
        new Loader(
            (hash, rules) -> {
              compilations.incrementAndGet();
              return compiler.compile(hash, rules);
            },
            200,
            200);
    store = new RuleStore(root, loader, new Notices(clock, told(), events), admission());
  }

  /** Who is told of alarms. */
  Alarms told() {
    return alarms;
  }

  /** Who says what may serve. */
  Admission admission() {
    return Admission.FOLDER;
  }

  static OrderContext order(long units) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, units * Fixed.ONE)
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, 10 * Fixed.ONE, "limits/x.csv:3")
                .build())
        .context();
  }

  boolean blocks(long units) {
    OrderContext order = order(units);
    RuleSet rules = store.current();
    assertThat(rules).isNotNull();
    rules.evaluate(order);
    return order.isBlocked();
  }

  void pollTwice() {
    store.poll();
    store.poll();
  }

  /** Often enough to look at the files again even if none seems to have changed. */
  void pollOften() {
    for (int i = 0; i < 25; i++) {
      store.poll();
    }
  }
}
