package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.SimpleRights;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DividedRightsTest {

  private static final LimitSubject SUBJECT = Subjects.of("A", "t", "s", "ALFA.SIM");

  /** Limits that can be changed. */
  private static final class Changing implements Limits {
    private List<LimitRow> rows = List.of();
    private long version;
    private boolean loaded = true;

    void set(List<LimitRow> newRows) {
      rows = List.copyOf(newRows);
      version++;
    }

    @Override
    public long version() {
      return version;
    }

    @Override
    public @Nullable ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
      return loaded ? ResolvedLimits.none() : null;
    }

    @Override
    public List<LimitRow> rows() {
      return rows;
    }

    @Override
    public List<String> failures() {
      return List.of();
    }

    @Override
    public String hash() {
      return "";
    }

    @Override
    public List<String> reload() {
      return List.of();
    }
  }

  private final Changing limits = new Changing();

  private DividedRights rights(int nodes) {
    return new DividedRights(limits, new FakeNodeInfo("N1", nodes, NodeInfo.Mode.LIVE, "1", 1));
  }

  private static LimitRow row(String who, LimitKind kind, long value, int line) {
    return row(who, "*", kind, value, line);
  }

  private static LimitRow row(String who, String what, LimitKind kind, long value, int line) {
    return new LimitRow(
        who,
        what,
        kind,
        value,
        Severity.BLOCK,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "",
        "",
        "limits/a.csv:" + line);
  }

  @Test
  void aShortageNamesScopeMeasureAndPart() {
    limits.set(List.of(row("account=A", LimitKind.MAX_LONG_POSITION, 101, 2)));
    DividedRights rights = rights(2);

    assertThat(rights.reserve(SUBJECT, Side.BUY, 30, 0)).isNull();
    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(20);
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isEqualTo(Long.MAX_VALUE);
    assertThat(rights.reserve(SUBJECT, Side.BUY, 21, 0))
        .isEqualTo(
            new Verdict(
                "rights", Severity.BLOCK, "RIGHTS_EXHAUSTED", 51, 50, Unit.QTY, "limits/a.csv:2"));
    assertThat(rights.reserve(SUBJECT, Side.BUY, 20, 0)).isNull();
  }

  @Test
  void allScopesOrNone() {
    limits.set(
        List.of(
            row("firm", LimitKind.MAX_LONG_POSITION, 100, 2),
            row("strategy=s", LimitKind.MAX_LONG_POSITION, 10, 3)));
    DividedRights rights = rights(1);
    LimitSubject other = Subjects.of("A", "t", "r", "ALFA.SIM");

    assertThat(rights.reserve(SUBJECT, Side.BUY, 11, 0)).isNotNull();

    assertThat(rights.headroom(other, Side.BUY, 0)).isEqualTo(100);
  }

  @Test
  void aScopeInDebtGrantsOnlyWhatReduces() {
    limits.set(
        List.of(
            row("firm", LimitKind.MAX_LONG_POSITION, 100, 2),
            row("firm", LimitKind.MAX_SHORT_POSITION, 50, 3)));
    DividedRights rights = rights(1);
    rights.restore(SUBJECT, Side.BUY, 150);
    rights.fill(SUBJECT, Side.BUY, 150, 150);

    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isZero();
    assertThat(rights.reserve(SUBJECT, Side.BUY, 1, 0)).isNotNull();
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isEqualTo(200);
    assertThat(rights.reserve(SUBJECT, Side.SELL, 200, 0)).isNull();
    assertThat(rights.reserve(SUBJECT, Side.SELL, 1, 0)).isNotNull();
  }

  @Test
  void usageIsKeptWhereNoRowStandsYet() {
    DividedRights rights = rights(1);
    assertThat(rights.reserve(SUBJECT, Side.BUY, 80, 0)).isNull();
    rights.fill(SUBJECT, Side.BUY, 30, 30);

    limits.set(List.of(row("firm", LimitKind.MAX_LONG_POSITION, 100, 2)));

    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(20);
    limits.set(List.of());
    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void withoutLimitsNothingIsGranted() {
    limits.loaded = false;
    DividedRights rights = rights(1);

    Verdict verdict = rights.reserve(SUBJECT, Side.BUY, 1, 0);

    assertThat(verdict).isNotNull();
    assertThat(verdict.reason()).isEqualTo("LIMITS_MISSING");
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isZero();
  }

  @Test
  void rowsComeAndGoWithTheirDates() {
    limits.set(
        List.of(
            new LimitRow(
                "firm",
                "*",
                LimitKind.MAX_LONG_POSITION,
                10,
                Severity.BLOCK,
                100,
                200,
                "",
                "",
                "limits/a.csv:2"),
            new LimitRow(
                "firm",
                "*",
                LimitKind.MAX_LONG_POSITION,
                20,
                Severity.BLOCK,
                200,
                300,
                "",
                "",
                "limits/a.csv:3")));
    DividedRights rights = rights(1);

    assertThat(rights.headroom(SUBJECT, Side.BUY, 99)).isEqualTo(Long.MAX_VALUE);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 100)).isEqualTo(10);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 200)).isEqualTo(20);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 300)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void sumsOutOfRangeAreDeniedAndChangeNothing() {
    DividedRights rights = rights(1);
    assertThat(rights.reserve(SUBJECT, Side.BUY, Long.MAX_VALUE, 0)).isNull();
    assertThat(rights.reserve(SUBJECT, Side.BUY, 1, 0)).isNotNull();
    assertThat(rights.reserve(SUBJECT, Side.SELL, Long.MAX_VALUE, 0)).isNull();
    rights.fill(SUBJECT, Side.SELL, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(rights.reserve(SUBJECT, Side.SELL, 1, 0)).isNotNull();
    assertThatThrownBy(() -> rights.fill(SUBJECT, Side.SELL, 0, 2))
        .isInstanceOf(ArithmeticException.class);
    rights.release(SUBJECT, Side.BUY, Long.MAX_VALUE);
    limits.set(List.of(row("firm", LimitKind.MAX_SHORT_POSITION, Long.MAX_VALUE, 2)));
    assertThat(rights.headroom(SUBJECT, Side.SELL, 0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void mistakesOfTheCallerChangeNothing() {
    limits.set(List.of(row("firm", LimitKind.MAX_LONG_POSITION, 10, 2)));
    DividedRights rights = rights(1);
    rights.reserve(SUBJECT, Side.BUY, 4, 0);

    assertThatThrownBy(() -> rights.release(SUBJECT, Side.BUY, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than was taken: 4");
    assertThatThrownBy(() -> rights.fill(SUBJECT, Side.BUY, 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rights.reserve(SUBJECT, Side.BUY, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rights.headroom(SUBJECT, Side.BUY, 0)).isEqualTo(6);
  }

  /** An order as a node holds it. */
  private record Open(LimitSubject subject, Side side, long left) {}

  /**
   * Several nodes grant, fill, give back and restart as they like, each against its naive twin; the
   * sum of what all have granted never exceeds a limit.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noNodeGrantsWhatAnotherHasGranted(int seed) {
    Random random = new Random(seed);
    int nodes = 1 + random.nextInt(3);
    List<LimitRow> rows = randomLimits(random);
    limits.set(rows);
    List<Node> cluster = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      cluster.add(new Node(() -> rights(nodes), new SimpleRights(rows, nodes)));
    }
    for (int step = 0; step < 3_000; step++) {
      cluster.get(random.nextInt(nodes)).step(random);
      if (step % 50 == 0) {
        assertWithinLimits(cluster, rows, seed);
      }
    }
    assertThat(cluster.stream().mapToInt(node -> node.granted).sum()).isGreaterThan(100);
    assertThat(cluster.stream().mapToInt(node -> node.denied).sum()).isGreaterThan(100);
    for (Node node : cluster) {
      node.giveBackAll();
    }
  }

  private static List<LimitRow> randomLimits(Random random) {
    List<LimitRow> rows = new ArrayList<>();
    String[] who = {"firm", "account=A", "account=B", "trader=t", "strategy=s", "strategy=-"};
    String[] what = {"*", "instrument=ALFA.SIM", "sector=TECH"};
    for (String scope : who) {
      for (String covered : what) {
        for (LimitKind kind :
            new LimitKind[] {LimitKind.MAX_LONG_POSITION, LimitKind.MAX_SHORT_POSITION}) {
          if (random.nextInt(3) > 0) {
            rows.add(row(scope, covered, kind, random.nextInt(500), rows.size() + 2));
          }
        }
      }
    }
    rows.add(row("firm", LimitKind.MAX_ORDER_QTY, 1, 1));
    return rows;
  }

  /** Adds up, over all nodes, what could still happen, for every row. */
  private static void assertWithinLimits(List<Node> cluster, List<LimitRow> rows, int seed) {
    for (LimitRow row : rows) {
      if (!row.kind().additive()) {
        continue;
      }
      boolean buys = row.kind() == LimitKind.MAX_LONG_POSITION;
      Map<String, Long> worst = new HashMap<>();
      for (Node node : cluster) {
        node.addWorst(row, buys, worst);
      }
      worst.forEach(
          (instrument, sum) ->
              assertThat(sum)
                  .as("seed %d: %s in %s over all nodes", seed, row, instrument)
                  .isLessThanOrEqualTo(row.value()));
    }
  }

  private static final class Node {
    private final Supplier<DividedRights> unused;
    private final DividedRights rights;
    private final SimpleRights naive;
    private final List<Open> open = new ArrayList<>();
    private final List<Open> fills = new ArrayList<>();
    private int granted;
    private int denied;

    Node(Supplier<DividedRights> unused, SimpleRights naive) {
      this.unused = unused;
      this.rights = unused.get();
      this.naive = naive;
    }

    private void both(Consumer<Rights> action) {
      action.accept(rights);
      action.accept(naive);
    }

    void step(Random random) {
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> reserve(random);
        case 3 -> fill(random);
        case 4 -> release(random);
        default -> bustAndFillAgain(random);
      }
    }

    private void reserve(Random random) {
      LimitSubject subject = Subjects.random(random);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long headroom = naive.headroom(subject, side, 0);
      assertThat(rights.headroom(subject, side, 0)).isEqualTo(headroom);
      long quantity =
          headroom > 0 && headroom < 1_000 && random.nextInt(3) == 0
              ? headroom + random.nextInt(2)
              : 1 + random.nextInt(60);
      Verdict expected = naive.reserve(subject, side, quantity, 0);
      Verdict verdict = rights.reserve(subject, side, quantity, 0);
      assertThat(verdict == null).isEqualTo(expected == null);
      if (verdict == null) {
        open.add(new Open(subject, side, quantity));
        granted++;
      } else {
        assertThat(verdict.measured()).isGreaterThan(verdict.limit());
        denied++;
      }
    }

    private void fill(Random random) {
      if (!open.isEmpty()) {
        Open order = open.remove(random.nextInt(open.size()));
        long filled = 1L + random.nextInt((int) order.left());
        both(r -> r.fill(order.subject(), order.side(), filled, filled));
        fills.add(new Open(order.subject(), order.side(), filled));
        if (filled < order.left()) {
          open.add(new Open(order.subject(), order.side(), order.left() - filled));
        }
      }
    }

    private void release(Random random) {
      if (!open.isEmpty()) {
        Open order = open.remove(random.nextInt(open.size()));
        both(r -> r.release(order.subject(), order.side(), order.left()));
      }
    }

    /** A bust may leave a debt, so it is taken back at once where sums are compared. */
    private void bustAndFillAgain(Random random) {
      if (!fills.isEmpty()) {
        Open fill = fills.get(random.nextInt(fills.size()));
        both(r -> r.fill(fill.subject(), fill.side(), 0, -fill.left()));
        Side other = fill.side() == Side.BUY ? Side.SELL : Side.BUY;
        assertThat(rights.headroom(fill.subject(), other, 0))
            .isEqualTo(naive.headroom(fill.subject(), other, 0));
        both(r -> r.fill(fill.subject(), fill.side(), 0, fill.left()));
      }
    }

    private void addWorst(LimitRow row, boolean buys, Map<String, Long> worst) {
      for (Open order : open) {
        if ((order.side() == Side.BUY) == buys) {
          add(row, order, order.left(), worst);
        }
      }
      for (Open fill : fills) {
        boolean adds = (fill.side() == Side.BUY) == buys;
        add(row, fill, adds ? fill.left() : -fill.left(), worst);
      }
    }

    private static void add(LimitRow row, Open what, long quantity, Map<String, Long> worst) {
      LimitSubject by = what.subject();
      List<String> scopes =
          List.of(
              "firm",
              "account=" + by.originator().account(),
              "trader=" + by.originator().trader(),
              "strategy=" + by.originator().strategy());
      if (scopes.contains(row.who()) && new LimitTable.What(by.instrument()).isCoveredBy(row)) {
        worst.merge(by.instrument().id().toString(), quantity, Long::sum);
      }
    }

    /** After everything was given back and undone, everything can be granted again. */
    void giveBackAll() {
      for (Open order : open) {
        both(r -> r.release(order.subject(), order.side(), order.left()));
      }
      for (Open fill : fills) {
        both(r -> r.fill(fill.subject(), fill.side(), 0, -fill.left()));
      }
      DividedRights fresh = unused.get();
      Random random = new Random(1);
      for (int i = 0; i < 200; i++) {
        LimitSubject subject = Subjects.random(random);
        for (Side side : Side.values()) {
          assertThat(rights.headroom(subject, side, 0)).isEqualTo(fresh.headroom(subject, side, 0));
        }
      }
    }
  }

  @Test
  void grantsAllocateNothing() {
    limits.set(List.of(row("firm", LimitKind.MAX_LONG_POSITION, 1_000_000, 2)));
    DividedRights rights = rights(1);
    LimitSubject[] subjects = new LimitSubject[64];
    for (int i = 0; i < subjects.length; i++) {
      subjects[i] = Subjects.of("A" + i % 8, "t", "s" + i % 16, "ALFA.SIM");
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        LimitSubject subject = subjects[i & 63];
        if (rights.reserve(subject, Side.BUY, 1, i) != null) {
          throw new AssertionError("denied");
        }
        rights.release(subject, Side.BUY, 1);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes for 10,000 grants").isLessThan(10_000);
  }
}
