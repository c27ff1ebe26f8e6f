package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.cluster.Stamp;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeSharedBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other nodes said governs over restarts, and whatever else goes wrong. */
class HeardNodesTest {

  private static final String KEY = "limits/serving/";

  @TempDir private Path base;
  private final List<FirmNode> nodes = new ArrayList<>();
  private FirmNode n1;
  private FirmNode n2;

  /** N1 has 100, N2 40, and each has heard the other. */
  @BeforeEach
  void open() throws IOException {
    n1 = added(new FirmNode(base, "N1", qty(100), NodeInfo.Mode.LIVE));
    n2 = added(new FirmNode(base, "N2", qty(40)));
    n1.board.connect(n2.board);
    n2.firm.look();
    n1.firm.look();
  }

  @AfterEach
  void close() {
    nodes.forEach(FirmNode::close);
  }

  private FirmNode added(FirmNode node) {
    nodes.add(node);
    return node;
  }

  private static String qty(long quantity) {
    return "firm,*,max-order-qty," + quantity + ",qty,block,,,,\n";
  }

  private FirmNode restarted() {
    return added(n1.restarted());
  }

  private static long quantity(FirmNode node) {
    return node.block(LimitKind.MAX_ORDER_QTY);
  }

  private static Alarm alarm(FirmNode node) {
    return node.alarms.active().stream()
        .filter(alarm -> alarm.key().equals(FirmLimits.ALARM))
        .findAny()
        .orElseThrow();
  }

  @Test
  void aNodeThatIsAwayGovernsAfterARestartFromTheFirstOrderOn() {
    FirmNode again = restarted();
    assertThat(quantity(again)).as("before anybody has looked at any board").isEqualTo(40);
    again.firm.look();
    assertThat(quantity(again)).isEqualTo(40);
    assertThat(alarm(again).text()).contains("N2 has", "(away, as last heard)");
    assertThat(alarm(again).level()).isEqualTo(Alarm.Level.WARNING);
  }

  @Test
  void aNodeThatIsGoneForGoodIsForgottenOverRestartsToo() {
    assertThat(n1.heard("N2.rows")).isRegularFile();
    n1.without("N2");
    n1.firm.look();
    assertThat(quantity(n1)).isEqualTo(100);
    assertThat(n1.heard("N2.rows")).doesNotExist();
    FirmNode again = restarted();
    again.firm.look();
    assertThat(quantity(again)).isEqualTo(100);
    assertThat(again.alarmed()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadIsNamedUntilItsNodeSpeaksAgain() throws Exception {
    byte[] honest = Files.readAllBytes(n1.heard("N2.rows"));
    for (int broken = 0; broken < honest.length; broken += 37) {
      byte[] changed = honest.clone();
      changed[broken] ^= 1;
      Files.write(n1.heard("N2.rows"), changed);
      n1 = restarted();
      n1.firm.look();
      assertThat(quantity(n1)).as("byte %d", broken).isEqualTo(100);
      assertThat(alarm(n1).level()).isEqualTo(Alarm.Level.CRITICAL);
      assertThat(alarm(n1).text())
          .contains(n1.heard("N2.rows").toString())
          .contains("start that node", "withoutNodes in etc/io.headgate.limits.cluster.cfg");
    }
    n1.board.connect(n2.board);
    n1.firm.look();
    assertThat(quantity(n1)).isEqualTo(40);
    assertThat(alarm(n1).text()).doesNotContain("N2.rows");
    assertThat(quantity(restarted())).as("it is whole again").isEqualTo(40);
  }

  @Test
  void whatCannotBeKeptIsSaid() throws Exception {
    Files.delete(n1.heard("N2.rows"));
    Files.delete(n1.heard(""));
    Files.createFile(n1.heard(""));
    FirmNode again = restarted();
    again.board.connect(n2.board);
    again.firm.look();
    assertThat(quantity(again)).isEqualTo(40);
    assertThat(alarm(again).text())
        .contains("the folder " + again.heard("") + " cannot be read")
        .contains("cannot be kept in " + again.heard("N2.rows"));
  }

  @Test
  void noReplayAndNoNodeOfTheNameCountsWhatWasKept() throws Exception {
    Files.copy(n1.heard("N2.rows"), n1.heard("N1.rows"));
    Files.delete(n1.heard("N2.rows"));
    FirmNode again = restarted();
    assertThat(quantity(again)).as("its own name").isEqualTo(100);

    Files.copy(n1.heard("N1.rows"), n1.heard("N2.rows"));
    FirmNode replay = added(new FirmNode(base, "N1", qty(100)));
    assertThat(quantity(replay)).as("a replay").isEqualTo(100);
  }

  /** A board that was lost may come back with what is older. */
  @Test
  void whatIsOlderTakesNoPlace() throws Exception {
    byte[] before = Objects.requireNonNull(n2.board.latest(KEY + "N1")).content();
    FakeSharedBoard late = new FakeSharedBoard("N3");
    late.post(new Posting(KEY + "N2", new Stamp(1, "N2"), before));
    FirmNode again = restarted();
    again.board.connect(late);
    again.firm.look();
    assertThat(quantity(again)).isEqualTo(40);
    assertThat(late.latest(KEY + "N2")).isEqualTo(n2.board.latest(KEY + "N2"));
  }

  /** A clock that was ahead before a restart left a later time than now. */
  @Test
  void whatANodeHasGovernsOverWhatItHadWhateverItsClockSaid() throws Exception {
    byte[] before = Objects.requireNonNull(n1.board.latest(KEY + "N1")).content();
    n1.save(qty(30));
    n1.firm.look();
    long later = Objects.requireNonNull(n1.board.latest(KEY + "N1")).stamp().time() + 1_000;
    n2.board.post(new Posting(KEY + "N1", new Stamp(later, "N1"), before));
    n1.firm.look();
    n2.firm.look();
    assertThat(quantity(n2)).isEqualTo(30);
  }

  /** A board that takes nothing of this node. */
  private record Deaf(SharedBoard board) implements SharedBoard {
    @Override
    public boolean post(Posting posting) {
      throw new IllegalArgumentException("limits/serving/N1 has too many bytes");
    }

    @Override
    public @Nullable Posting latest(String key) {
      return key.equals(KEY + "N1") ? null : board.latest(key);
    }

    @Override
    public List<Posting> postings(String prefix) {
      return board.postings(prefix);
    }

    @Override
    public List<String> members() {
      return board.members();
    }
  }

  @Test
  void aNodeThatCannotTellHearsAndSaysSo() throws Exception {
    n2.save(qty(20));
    n2.firm.look();
    FirmLimits mute = n1.firm(new Deaf(n1.board));
    mute.look();
    assertThat(quantity(n1)).isEqualTo(20);
    assertThat(alarm(n1).text())
        .contains("this node cannot tell the others its limits")
        .contains("limits/serving/N1 has too many bytes");
    assertThat(mute.check().reason()).contains("cannot tell");
    mute.close();
  }

  @Test
  void anAlarmFromBeforeGoesWhereTheNodesAgree() throws Exception {
    assertThat(n1.alarmed()).isTrue();
    n2.save(qty(100));
    n2.firm.look();
    FirmLimits fresh = n1.firm(n1.board);
    fresh.look();
    assertThat(n1.alarmed()).isFalse();
    fresh.close();
  }

  @Test
  void limitsThatWereNeverHeardAreCritical() {
    n1.board.post(new Posting(KEY + "N4", new Stamp(1, "N4"), new byte[] {9, 9}));
    n1.board.post(new Posting(KEY + "../N5", new Stamp(1, "N5"), new byte[] {9, 9}));
    n1.firm.look();
    assertThat(alarm(n1).level()).isEqualTo(Alarm.Level.CRITICAL);
    assertThat(alarm(n1).text())
        .contains("the limits of N4 cannot be read", "does not keep to them")
        .doesNotContain("N5");
  }
}
