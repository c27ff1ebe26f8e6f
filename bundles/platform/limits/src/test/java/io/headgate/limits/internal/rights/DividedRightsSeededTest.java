package io.headgate.limits.internal.rights;

import static io.headgate.limits.internal.rights.ChangingLimits.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.limits.internal.LimitTable;
import io.headgate.limits.internal.Subjects;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import io.headgate.testkit.fake.SimpleRights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several nodes grant together, at random, each against a naive twin. */
class DividedRightsSeededTest {

  private final ChangingLimits limits = new ChangingLimits();

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
      cluster.add(new Node(() -> limits.rights(nodes), new SimpleRights(rows, nodes)));
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
}
