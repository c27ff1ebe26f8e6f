package io.headgate.state.hazelcast.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.position.PositionKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSharesTest {

  private static Held held(int epoch, long sequence, long quantity) {
    return new Held(epoch, sequence, quantity, quantity + 1, quantity + 2);
  }

  @Test
  void theHigherVersionStands() {
    assertThat(Held.higher(held(1, 99, 5), held(2, 1, 6))).isEqualTo(held(2, 1, 6));
    assertThat(Held.higher(held(2, 1, 6), held(1, 99, 5))).isEqualTo(held(2, 1, 6));
    assertThat(Held.higher(held(2, 2, -7), held(2, 1, 6))).isEqualTo(held(2, 2, -7));
  }

  @Test
  void twoValuesOfOneVersionGiveTheSameOnEverySide() {
    Held a = held(1, 1, 5);
    Held b = held(1, 1, -5);

    assertThat(Held.higher(a, b)).isEqualTo(Held.higher(b, a));
  }

  /** Every order in which the shares of two sides of a split can be merged, for three nodes. */
  @Test
  void everyOrderOfMergingEndsInTheSame() {
    List<NodeShares> parts =
        List.of(
            NodeShares.of("N1", held(1, 9, 1)),
            NodeShares.of("N1", held(2, 1, 2)),
            NodeShares.of("N2", held(1, 1, 3)),
            NodeShares.of("N2", held(1, 2, 4)),
            NodeShares.of("N3", held(7, 7, 5)),
            NodeShares.of("N2", held(1, 2, 4)));
    List<List<NodeShares>> orders = permutations(parts);

    assertThat(orders).hasSize(720);
    for (List<NodeShares> order : orders) {
      for (int split = 0; split <= order.size(); split++) {
        NodeShares left = fold(order.subList(0, split));
        NodeShares right = fold(order.subList(split, order.size()));
        NodeShares merged = left.merge(right);
        assertThat(merged).isEqualTo(right.merge(left));
        assertThat(merged.merge(left)).isEqualTo(merged);
        assertThat(merged.of("N1")).isEqualTo(held(2, 1, 2));
        assertThat(merged.of("N2")).isEqualTo(held(1, 2, 4));
        assertThat(merged.of("N3")).isEqualTo(held(7, 7, 5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itSaysWhatANaiveFoldSays(long seed) {
    Random random = new Random(seed);
    Map<String, Held> naive = new TreeMap<>();
    NodeShares merged = new NodeShares();
    for (int i = 0; i < 2_000; i++) {
      String node = "N" + random.nextInt(9);
      Held held = held(random.nextInt(4), random.nextInt(50), random.nextInt(10));
      Held before = naive.get(node);
      if (before == null || held.compareTo(before) > 0) {
        naive.put(node, held);
      }
      NodeShares part = NodeShares.of(node, held);
      merged = random.nextBoolean() ? merged.merge(part) : part.merge(merged);
    }

    Map<String, Held> found = new TreeMap<>();
    merged.forEach(found::put);
    assertThat(found).isEqualTo(naive);
    long others =
        naive.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("N3"))
            .mapToLong(entry -> entry.getValue().quantity())
            .sum();
    assertThat(merged.quantityWithout("N3")).isEqualTo(others);
  }

  @Test
  void aSumThatOverflowsStaysAtTheEndOfTheRange() {
    NodeShares shares =
        NodeShares.of("N1", held(1, 1, Long.MAX_VALUE - 5))
            .merge(NodeShares.of("N2", held(1, 1, 100)));

    assertThat(shares.quantityWithout("N9")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void itTravelsWhole() {
    NodeShares shares =
        NodeShares.of("N1", held(3, 4, Long.MIN_VALUE))
            .merge(NodeShares.of("N2", held(60_466_175, Long.MAX_VALUE, 0)));

    assertThat(travelled(shares)).isEqualTo(shares);
    assertThat(travelled(new NodeShares())).isEqualTo(new NodeShares());
    assertThat(travelled(new HigherVersionMergePolicy()))
        .isInstanceOf(HigherVersionMergePolicy.class);
  }

  @Test
  void anUnknownTypeNamesTheReason() {
    assertThatThrownBy(() -> new WireFactory().create(99)).hasMessageContaining("newer Headgate");
  }

  @Test
  void everyKeyIsReadBack() {
    for (String account : List.of("ACC1", "a b", "tab\there", ".")) {
      PositionKey key = new PositionKey(account, InstrumentId.parse("EUR/USD.FXCM"));
      assertThat(MapKey.parse(MapKey.of(key))).isEqualTo(key);
    }
    assertThatThrownBy(() -> MapKey.parse("EURUSD.FXCM")).hasMessageContaining("no key");
  }

  private static Object travelled(Object value) {
    InternalSerializationService service =
        new DefaultSerializationServiceBuilder()
            .setConfig(
                new Config()
                    .getSerializationConfig()
                    .addDataSerializableFactory(WireFactory.ID, new WireFactory()))
            .build();
    try {
      Data data = service.toData(value);
      return service.toObject(data);
    } finally {
      service.dispose();
    }
  }

  private static NodeShares fold(List<NodeShares> parts) {
    return parts.stream().reduce(new NodeShares(), NodeShares::merge);
  }

  private static List<List<NodeShares>> permutations(List<NodeShares> parts) {
    List<List<NodeShares>> orders = new ArrayList<>();
    permute(new ArrayList<>(parts), 0, orders);
    return orders;
  }

  private static void permute(List<NodeShares> parts, int from, List<List<NodeShares>> orders) {
    if (from == parts.size()) {
      orders.add(List.copyOf(parts));
    }
    IntStream.range(from, parts.size())
        .forEach(
            at -> {
              Collections.swap(parts, from, at);
              permute(parts, from + 1, orders);
              Collections.swap(parts, from, at);
            });
  }
}
