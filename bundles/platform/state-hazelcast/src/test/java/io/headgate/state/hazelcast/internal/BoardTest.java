package io.headgate.state.hazelcast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The board of real nodes: over a split, a lost node, and one that comes late. */
class BoardTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static Posting posting(String key, long time, String node, String text) {
    return new Posting(key, new Stamp(time, node), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void eventually(Runnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion::run);
  }

  @Test
  void theNewestPostingOfAKeyStandsOnEveryNodeWhateverComesBetween() throws Exception {
    byte[] large = new byte[3_000_000];
    Arrays.fill(large, (byte) 7);
    try (TestNodes cluster = TestNodes.started(2)) {
      HazelcastPositions n1 = cluster.node(0);
      HazelcastPositions n2 = cluster.node(1);
      eventually(() -> assertThat(n1.members()).containsExactly("N1", "N2"));
      assertThat(n1.post(posting("set", 5, "N1", "first"))).isTrue();
      eventually(() -> assertThat(n2.latest("set")).isEqualTo(posting("set", 5, "N1", "first")));
      assertThat(n2.post(posting("set", 4, "N2", "older"))).isFalse();
      Posting files = new Posting("files", new Stamp(1, "N2"), large);
      n2.post(files);
      eventually(() -> assertThat(n1.latest("files")).isEqualTo(files));

      cluster.wires.forEach(Wire::cut);
      eventually(() -> assertThat(n1.members()).containsExactly("N1"));
      eventually(() -> assertThat(n2.members()).containsExactly("N2"));
      n1.post(posting("set", 7, "N1", "on one side"));
      n2.post(posting("set", 8, "N2", "later, on the other"));
      n1.post(posting("tie", 9, "N1", "at one moment"));
      n2.post(posting("tie", 9, "N2", "at one moment"));
      n1.post(posting("alone", 1, "N1", "nobody contradicts"));
      assertThat(n1.latest("set")).isEqualTo(posting("set", 7, "N1", "on one side"));

      cluster.wires.forEach(Wire::mend);
      for (HazelcastPositions node : new HazelcastPositions[] {n1, n2}) {
        eventually(() -> assertThat(node.members()).containsExactly("N1", "N2"));
        eventually(
            () ->
                assertThat(node.postings(""))
                    .containsExactly(
                        posting("alone", 1, "N1", "nobody contradicts"),
                        files,
                        posting("set", 8, "N2", "later, on the other"),
                        posting("tie", 9, "N2", "at one moment")));
      }

      cluster.stop(0);
      HazelcastPositions late = cluster.start(0);
      eventually(() -> assertThat(late.postings("")).hasSize(4).contains(files));
    }
  }

  /** Any two nodes that got the same postings, in whatever order and number, say the same. */
  @Test
  void orderAndRepetitionDoNotMatter() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Posting[] postings = new Posting[20];
      for (int i = 0; i < postings.length; i++) {
        postings[i] =
            posting(
                "k" + random.nextInt(3),
                random.nextInt(4),
                "N" + random.nextInt(3),
                "t" + random.nextInt(3));
      }
      BoardTable one = new BoardTable();
      BoardTable other = new BoardTable();
      for (int i = 0; i < postings.length; i++) {
        one.merge(postings[i]);
        other.merge(postings[postings.length - 1 - i]);
        other.merge(postings[random.nextInt(postings.length)]);
      }
      assertThat(one.postings("")).as("seed %d", seed).isEqualTo(other.postings(""));
    }
  }

  @Test
  void whatIsPostedWithoutAClusterIsKnownHereAndSentLater() {
    BoardTable board = new BoardTable();
    assertThat(board.post(posting("set", 1, "N1", "a"))).isTrue();
    assertThat(board.post(posting("set", 1, "N1", "a"))).as("the same again").isFalse();
    assertThat(board.takeUnsent()).containsExactly(posting("set", 1, "N1", "a"));
    assertThat(board.takeUnsent()).isEmpty();
    board.makeUnsent("set");
    assertThat(board.takeUnsent()).hasSize(1);
  }
}
