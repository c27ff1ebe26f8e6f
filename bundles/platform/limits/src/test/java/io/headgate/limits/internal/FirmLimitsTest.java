package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.number.Fixed;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.plugin.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of several nodes: while they differ, the lower of each governs. */
class FirmLimitsTest {

  @TempDir private Path base;
  private final List<FirmNode> nodes = new ArrayList<>();

  private FirmNode node(String name, String rows) throws IOException {
    FirmNode node = new FirmNode(base, name, rows);
    nodes.add(node);
    return node;
  }

  @AfterEach
  void close() {
    nodes.forEach(FirmNode::close);
  }

  private static void look(FirmNode... all) {
    for (int round = 0; round < 2; round++) {
      for (FirmNode node : all) {
        node.firm.look();
      }
    }
  }

  private static String qty(long quantity) {
    return "firm,*,max-order-qty," + quantity + ",qty,block,,,,\n";
  }

  private static String position(long quantity) {
    return "firm,*,max-long-position," + quantity + ",qty,block,,,,\n";
  }

  @Test
  void aLowerNumberGovernsEverywhereAndAHigherOneOnceAllNodesHaveIt() throws Exception {
    FirmNode n1 = node("N1", qty(100) + position(600));
    FirmNode n2 = node("N2", qty(100) + position(600));
    n1.board.connect(n2.board);
    look(n1, n2);
    assertThat(n1.alarmed() || n2.alarmed()).isFalse();
    assertThat(n1.room()).as("half of it").isEqualTo(300);

    long version = n1.limits.version();
    n2.save(qty(40) + position(200));
    look(n2, n1);
    assertThat(n1.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(40);
    assertThat(n1.resolved().source(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/firm.csv:2 on N2");
    assertThat(n1.resolved().warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(32 * Fixed.ONE);
    assertThat(n1.resolved().warnSource(LimitKind.MAX_ORDER_QTY))
        .isEqualTo("limits/firm.csv:2 on N2");
    assertThat(n1.limits.version()).isGreaterThan(version);
    assertThat(n1.room()).isEqualTo(100);
    assertThat(n1.limits.rows()).as("its own files are its own").hasSize(2);
    assertThat(n1.alarmed()).isTrue();
    assertThat(n2.alarmed()).isTrue();
    assertThat(n1.firm.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(n1.firm.check().reason())
        .contains("N1 has " + n1.limits.hash().substring(0, 12))
        .contains("N2 has " + n2.limits.hash().substring(0, 12))
        .contains("the lower of each governs");

    n1.alarms.clear(FirmLimits.ALARM, "ann");
    look(n1, n2);
    assertThat(n1.alarmed()).as("who clears it while they differ has it again").isTrue();

    n2.save(qty(500) + position(2000));
    look(n2, n1);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).as("N1 has 100").isEqualTo(100);
    assertThat(n2.room()).isEqualTo(300);
    n1.save(qty(500) + position(2000));
    look(n1, n2);
    assertThat(n1.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(500);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(500);
    assertThat(n2.room()).isEqualTo(1000);
    assertThat(n1.alarmed() || n2.alarmed()).isFalse();
    assertThat(n1.firm.check()).isEqualTo(Health.UP);
  }

  @Test
  void whatOnlyOneNodeLimitsIsLimitedOnAllAndTheLongerWindowGoverns() throws Exception {
    FirmNode n1 = node("N1", qty(100) + "firm,*,duplicate-window,500,millis,block,,,,\n");
    FirmNode n2 =
        node("N2", qty(100) + position(80) + "account=A,*,max-order-qty,7,qty,block,,,,\n");
    n1.board.connect(n2.board);
    look(n1, n2);
    assertThat(n1.room()).isEqualTo(40);
    assertThat(n1.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(7);
    assertThat(n2.resolved().block(LimitKind.DUPLICATE_WINDOW)).isEqualTo(500);
  }

  @Test
  void aWarningNamesTheRowOfTheNodeThatWarnsFirst() throws Exception {
    FirmNode n1 = node("N1", qty(100));
    FirmNode n2 = node("N2", qty(200) + "account=A,*,max-order-qty,50,qty,warn,,,,\n");
    n1.board.connect(n2.board);
    look(n1, n2);
    for (FirmNode node : List.of(n1, n2)) {
      assertThat(node.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(100);
      assertThat(node.resolved().warn(LimitKind.MAX_ORDER_QTY)).isEqualTo(50 * Fixed.ONE);
    }
    assertThat(n1.resolved().source(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/firm.csv:2");
    assertThat(n1.resolved().warnSource(LimitKind.MAX_ORDER_QTY))
        .isEqualTo("limits/firm.csv:3 on N2");
    assertThat(n2.resolved().source(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/firm.csv:2 on N1");
    assertThat(n2.resolved().warnSource(LimitKind.MAX_ORDER_QTY)).isEqualTo("limits/firm.csv:3");
  }

  @Test
  void aNodeThatIsAwayCountsAsLastHeardUntilItIsSaidToBeGone() throws Exception {
    FirmNode n1 = node("N1", qty(100));
    FirmNode n2 = node("N2", qty(100));
    n1.board.connect(n2.board);
    look(n1, n2);
    n1.board.cut(n2.board);
    n1.save(qty(300));
    look(n1);
    assertThat(n1.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(100);
    assertThat(n1.firm.check().reason())
        .contains("N2 has", "(away, as last heard)", "withoutNodes");

    n1.without("N2");
    look(n1);
    assertThat(n1.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(300);
    assertThat(n1.alarmed()).isFalse();
    assertThatThrownBy(() -> n1.without("n 2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("io.headgate.limits.cluster.cfg")
        .hasMessageContaining("withoutNodes");
  }

  @Test
  void limitsThatCannotBeReadLeaveThoseThatWereHeardBefore() throws Exception {
    FirmNode n1 = node("N1", qty(100));
    FirmNode n2 = node("N2", qty(40));
    n1.board.connect(n2.board);
    look(n1, n2);
    byte[] honest = Objects.requireNonNull(n1.board.latest("limits/serving/N2")).content();
    for (int broken = 0; broken < honest.length; broken += 7) {
      byte[] changed = honest.clone();
      changed[broken] ^= 1;
      n1.board.post(
          new Posting(
              "limits/serving/N2", new Stamp(Long.MAX_VALUE - 1_000 + broken, "N2"), changed));
      look(n1);
      assertThat(n1.block(LimitKind.MAX_ORDER_QTY)).as("byte %d", broken).isEqualTo(40);
      assertThat(n1.firm.check().reason()).contains("the limits of N2 cannot be read");
    }
  }

  /** Whatever the nodes say and in whatever order they hear: nobody is above anybody's limit. */
  @Test
  void noNodeEverAnswersMoreThanTheLowestItHasHeard() throws Exception {
    Random random = new Random(4711);
    FirmNode n1 = node("N1", qty(100));
    FirmNode n2 = node("N2", qty(100));
    FirmNode n3 = node("N3", qty(100));
    n1.board.connect(n2.board);
    n2.board.connect(n3.board);
    n1.board.connect(n3.board);
    long[] numbers = {100, 100, 100};
    look(n1, n2, n3);
    for (int step = 0; step < 100; step++) {
      int at = random.nextInt(3);
      numbers[at] = 1L + random.nextInt(200);
      nodes.get(at).save(qty(numbers[at]));
      look(n1, n2, n3);
      long lowest = Math.min(numbers[0], Math.min(numbers[1], numbers[2]));
      for (FirmNode node : nodes) {
        assertThat(node.block(LimitKind.MAX_ORDER_QTY)).as("step %d", step).isEqualTo(lowest);
      }
    }
  }
}
