package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.node.NodeInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose limits are those of a set starts with the folder's, which nobody is to hear of. */
class AwaitedSetTest {

  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";

  @TempDir private Path base;
  private final List<FirmNode> nodes = new ArrayList<>();

  private FirmNode node(String name) throws IOException {
    FirmNode node = new FirmNode(base, name, qty(800), NodeInfo.Mode.LIVE);
    nodes.add(node);
    return node;
  }

  private FirmNode restarted(FirmNode node, FirmNode other) {
    node.board.cut(other.board);
    nodes.remove(node);
    FirmNode again = node.restarted();
    nodes.add(again);
    again.firm.look();
    again.board.connect(other.board);
    return again;
  }

  @AfterEach
  void close() {
    nodes.forEach(FirmNode::close);
  }

  private static void look(FirmNode... all) {
    for (int round = 0; round < 3; round++) {
      for (FirmNode node : all) {
        node.firm.look();
      }
    }
  }

  private static String qty(long quantity) {
    return "account=A,*,max-order-qty," + quantity + ",qty,block,,,,\n";
  }

  private static SortedMap<String, byte[]> set(long quantity) {
    return new TreeMap<>(Map.of("firm.csv", (HEADER + qty(quantity)).getBytes(UTF_8)));
  }

  @Test
  void aCanarysLowerLimitGovernsOnWhileItsNodeStarts() throws Exception {
    FirmNode n1 = node("N1");
    FirmNode n2 = node("N2");
    n1.board.connect(n2.board);
    look(n1, n2);
    n1.limits.activate(set(300), false);
    look(n1, n2);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(300);

    n1 = restarted(n1, n2);
    look(n1, n2);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).as("its rules do not serve yet").isEqualTo(300);
    n1.limits.activate(set(300), false);
    look(n1, n2);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(300);

    n1 = restarted(n1, n2);
    n1.limits.activate(Collections.emptySortedMap(), false);
    look(n1, n2);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).as("its rules have said so").isEqualTo(800);
  }

  @Test
  void aNodeWhoseFolderServesAgainTellsItsLimitsAtOnceAfterAStart() throws Exception {
    FirmNode n1 = node("N1");
    FirmNode n2 = node("N2");
    n1.board.connect(n2.board);
    n1.limits.activate(set(300), false);
    look(n1, n2);
    n1.save(qty(900));
    look(n1, n2);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(800);
    n1.save(qty(500));
    n1 = restarted(n1, n2);
    look(n1, n2);
    assertThat(n2.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(500);
  }

  @Test
  void whatIsPreparedServesOnceItIsRunAndTheFoldersAreKnownMeanwhile() throws Exception {
    FirmNode node = node("N1");
    Runnable set = node.limits.prepare(set(300), false);
    assertThat(node.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(800);
    assertThat(node.limits.isActivated()).isFalse();
    set.run();
    assertThat(node.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(300);
    assertThat(node.limits.isActivated()).isTrue();
    assertThat(node.limits.trialOfFolder().rows())
        .singleElement()
        .asString()
        .contains("value=800000000000");
    Runnable folder = node.limits.prepare(Collections.emptySortedMap(), false);
    assertThat(node.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(300);
    folder.run();
    assertThat(node.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(800);
    assertThat(node.limits.isActivated()).isFalse();
  }
}
