package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link SharedPositions} promises between two nodes, N1 and N2. */
public abstract class SharedPositionsContract {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger TESTS = new AtomicInteger();

  /** Of this test alone, so that a cluster may serve several tests. */
  private final String account = "ACC" + TESTS.incrementAndGet();

  private final PositionKey acme = new PositionKey(account, FakeReferenceData.ACME.id());
  private final PositionKey bolt = new PositionKey(account, FakeReferenceData.BOLT.id());

  private List<SharedPositions> nodes = List.of();

  /** Starts N1 and N2, connected with each other. */
  protected abstract List<SharedPositions> startTwo() throws Exception;

  /** Stops them. */
  protected abstract void stop(List<SharedPositions> started) throws Exception;

  @BeforeEach
  void startNodes() throws Exception {
    nodes = startTwo();
  }

  @AfterEach
  void stopNodes() throws Exception {
    stop(nodes);
  }

  private SharedPositions n1() {
    return nodes.get(0);
  }

  private SharedPositions n2() {
    return nodes.get(1);
  }

  /** What a node knows of this test's account. */
  private List<PositionShare> shares(SharedPositions node) {
    return node.shares().stream().filter(s -> s.key().account().equals(account)).toList();
  }

  private static PositionShare share(
      PositionKey key, String node, int epoch, long sequence, long units) {
    return new PositionShare(key, node, epoch, sequence, units * Fixed.ONE, 7, 3);
  }

  private static void eventually(Runnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion::run);
  }

  @Test
  void bothNodesKnowEachOther() {
    eventually(() -> assertThat(n1().members()).containsExactly("N1", "N2"));
    eventually(() -> assertThat(n2().members()).containsExactly("N1", "N2"));
  }

  @Test
  void aShareReachesTheOtherNodeWhole() {
    PositionShare share = share(acme, "N1", 1, 1, -5);

    n1().publish(share);

    eventually(() -> assertThat(shares(n2())).containsExactly(share));
    eventually(() -> assertThat(shares(n1())).containsExactly(share));
  }

  @Test
  void othersAreTheOthersAlone() {
    n1().publish(share(acme, "N1", 1, 1, 5));
    n2().publish(share(acme, "N2", 1, 1, -2));
    n2().publish(share(bolt, "N2", 1, 2, 9));

    eventually(() -> assertThat(n1().othersQuantity(acme)).isEqualTo(-2 * Fixed.ONE));
    eventually(() -> assertThat(n2().othersQuantity(acme)).isEqualTo(5 * Fixed.ONE));
    eventually(() -> assertThat(n1().othersQuantity(bolt)).isEqualTo(9 * Fixed.ONE));
    assertThat(n2().othersQuantity(bolt)).isZero();
  }

  @Test
  void theHighestVersionWinsInWhateverOrderItComes() {
    n1().publish(share(acme, "N1", 2, 5, 50));
    n1().publish(share(acme, "N1", 2, 4, 40));
    n1().publish(share(acme, "N1", 1, 99, 10));
    n1().publish(share(bolt, "N1", 2, 6, 1));

    eventually(() -> assertThat(n2().othersQuantity(bolt)).isEqualTo(Fixed.ONE));
    eventually(() -> assertThat(n2().othersQuantity(acme)).isEqualTo(50 * Fixed.ONE));
    assertThat(shares(n2()))
        .containsExactly(share(acme, "N1", 2, 5, 50), share(bolt, "N1", 2, 6, 1));
  }

  @Test
  void aNewEpochBeatsAnOldOneWithAHigherSequence() {
    n1().publish(share(acme, "N1", 1, 1_000, 10));
    eventually(() -> assertThat(n2().othersQuantity(acme)).isEqualTo(10 * Fixed.ONE));

    n1().publish(share(acme, "N1", 2, 1, 3));

    eventually(() -> assertThat(n2().othersQuantity(acme)).isEqualTo(3 * Fixed.ONE));
  }

  @Test
  void afterAStormTheLatestShareStands() {
    for (int sequence = 1; sequence <= 5_000; sequence++) {
      n1().publish(share(acme, "N1", 1, sequence, sequence));
    }

    eventually(() -> assertThat(n2().othersQuantity(acme)).isEqualTo(5_000 * Fixed.ONE));
  }

  @Test
  void sharesAreListedByKeyAndNode() {
    n2().publish(share(bolt, "N2", 1, 1, 4));
    n2().publish(share(acme, "N2", 1, 2, 3));
    n1().publish(share(acme, "N1", 1, 1, 2));

    eventually(
        () ->
            assertThat(shares(n1()))
                .containsExactly(
                    share(acme, "N1", 1, 1, 2),
                    share(acme, "N2", 1, 2, 3),
                    share(bolt, "N2", 1, 1, 4)));
  }

  @Test
  void whatNobodyHoldsIsZero() {
    assertThat(n1().othersQuantity(new PositionKey("NOBODY", FakeReferenceData.CORP.id())))
        .isZero();
  }
}
