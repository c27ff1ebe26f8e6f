package io.headgate.data.replay.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a line, as Commons CSV sees them. */
class CellsTest {

  @Test
  void quotesHoldDelimitersAndQuotes() {
    assertThat(Cells.split("1, \"a,\"\"b\"\"\" ,\"\",", ','))
        .containsExactly("1", "a,\"b\"", "", "");
    assertThat(Cells.split("1\t2 3\t", '\t')).containsExactly("1", "2 3", "");
    assertThat(Cells.split("1,\"2", ',')).isNull();
    assertThat(Cells.split("1,\"2\"3", ',')).isNull();
    assertThat(Cells.split("1,2\"3\"", ',')).containsExactly("1", "2\"3\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithCommonsCsvOnRandomLines(long seed) throws IOException {
    Random random = new Random(seed);
    for (char delimiter : new char[] {',', ';', '\t'}) {
      String alphabet = "a1 \"\"" + delimiter + delimiter;
      for (int round = 0; round < 3_000; round++) {
        StringBuilder line = new StringBuilder("x");
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
          line.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        String text = line.substring(random.nextInt(2));
        if (!text.isBlank()) {
          assertThat(Cells.split(text, delimiter))
              .as("seed %d [%s]", seed, text)
              .isEqualTo(commons(text, delimiter));
        }
      }
    }
  }

  private static @Nullable List<String> commons(String line, char delimiter) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    try (CSVParser parser = CSVParser.parse(line, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).toList() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      return null;
    }
  }
}
