package io.headgate.model.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClOrdIdTest {

  @ParameterizedTest
  @CsvSource({"N1, 4, 112473, N1-4-2ES9", "A, 1, 1, A-1-1", "ZZZZ, 36, 35, ZZZZ-10-Z"})
  void isWrittenInBase36(String node, int epoch, long sequence, String text) {
    assertThat(new ClOrdId(node, epoch, sequence)).hasToString(text);
    assertThat(ClOrdId.parse(text)).isEqualTo(new ClOrdId(node, epoch, sequence));
  }

  @Test
  void theLongestHasTwentyCharactersAtMost() {
    ClOrdId longest = new ClOrdId("WXYZ", ClOrdId.MAX_EPOCH, ClOrdId.MAX_SEQUENCE);

    assertThat(longest).hasToString("WXYZ-ZZZZZ-ZZZZZZZ");
    assertThat(longest.toString().length()).isLessThanOrEqualTo(20);
    assertThat(ClOrdId.parse(longest.toString())).isEqualTo(longest);
  }

  @Test
  void everyIdReadsBackAndNoTwoAreWrittenAlike() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      ClOrdId id = any(random);
      ClOrdId other = any(random);
      assertThat(ClOrdId.parse(id.toString())).isEqualTo(id);
      assertThat(id.toString().equals(other.toString())).isEqualTo(id.equals(other));
    }
  }

  private static ClOrdId any(Random random) {
    return new ClOrdId(
        "N" + random.nextInt(100),
        1 + random.nextInt(ClOrdId.MAX_EPOCH),
        1 + (random.nextLong() >>> (27 + random.nextInt(36))) % ClOrdId.MAX_SEQUENCE);
  }

  @Test
  void sortsByNodeEpochAndSequenceAsNumbers() {
    List<ClOrdId> sorted =
        List.of(
            new ClOrdId("N1", 1, 2),
            new ClOrdId("N1", 1, 36),
            new ClOrdId("N1", 2, 1),
            new ClOrdId("N1", 100, 1),
            new ClOrdId("N2", 1, 1));
    List<ClOrdId> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(1));

    Collections.sort(shuffled);

    assertThat(shuffled).isEqualTo(sorted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "N1",
        "N1-1",
        "N1-1-",
        "-1-1",
        "N1-1-1-1",
        "n1-1-1",
        "N12345-1-1",
        "N1-a-1",
        "N1-000001-1",
        "N1-1-00000001",
        "N1-0-1",
        "N1-1-0",
        " N1-1-1",
        "N1-1-1\n"
      })
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> ClOrdId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partsHaveTheirRange() {
    assertThatThrownBy(() -> new ClOrdId("N1", 0, 1)).hasMessageContaining("epoch");
    assertThatThrownBy(() -> new ClOrdId("N1", ClOrdId.MAX_EPOCH + 1, 1))
        .hasMessageContaining("epoch");
    assertThatThrownBy(() -> new ClOrdId("N1", 1, 0)).hasMessageContaining("sequence");
    assertThatThrownBy(() -> new ClOrdId("N1", 1, ClOrdId.MAX_SEQUENCE + 1))
        .hasMessageContaining("sequence");
    assertThatThrownBy(() -> new ClOrdId("Ñ1", 1, 1)).hasMessageContaining("node");
  }
}
