package io.headgate.data.replay.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, however the stream is cut into pieces. */
class LineReaderTest {

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(
          reader.oversized()
              ? "<oversized>"
              : new String(reader.bytes(), reader.from(), reader.to() - reader.from(), UTF_8));
      assertThat(reader.line()).isEqualTo(lines.size());
    }
    return lines;
  }

  private static List<String> lines(String text, int capacity) throws IOException {
    return lines(new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), capacity));
  }

  @Test
  void endsOfLines() throws IOException {
    assertThat(lines("a\nb\r\nc", 8)).containsExactly("a", "b", "c");
    assertThat(lines("a\nb\n", 8)).containsExactly("a", "b");
    assertThat(lines("a\n\n\r\nb", 8)).containsExactly("a", "", "", "b");
    assertThat(lines("", 8)).isEmpty();
    assertThat(lines("\n", 8)).containsExactly("");
    assertThat(lines("a\rb\n", 8)).containsExactly("a\rb");
  }

  @Test
  void aByteOrderMarkIsPassedOverAtTheBeginningAlone() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb", 16)).containsExactly("a", "\uFEFFb");
  }

  @Test
  void aLineLongerThanTheBufferIsToldAndTheNextIsRead() throws IOException {
    assertThat(lines("a\n0123456789abc\nb\n", 8)).containsExactly("a", "<oversized>", "b");
    assertThat(lines("0123456789abcdefghij", 8)).containsExactly("<oversized>");
    assertThat(lines("01234567\nb", 8)).containsExactly("<oversized>", "b");
    assertThat(lines("0123456\nb", 8)).containsExactly("0123456", "b");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsWhatAPlainSplitReads(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      int count = random.nextInt(20);
      for (int i = 0; i < count; i++) {
        String line = "x".repeat(random.nextInt(12));
        expected.add(line);
        boolean last = i == count - 1;
        boolean open = last && !line.isEmpty() && random.nextBoolean();
        text.append(line).append(open ? "" : random.nextBoolean() ? "\n" : "\r\n");
      }
      InputStream trickle = new Trickle(text.toString(), random, Integer.MAX_VALUE);
      assertThat(lines(new LineReader(trickle, 16 + random.nextInt(16))))
          .as("seed %d, round %d: %s", seed, round, text)
          .isEqualTo(expected);
    }
  }

  @Test
  void wholeLinesBeforeAnErrorAreReturned() throws IOException {
    for (int cut = 0; cut <= 11; cut++) {
      LineReader reader = new LineReader(new Trickle("aaa\nbbb\nccc", new Random(cut), cut), 64);
      for (int line = 0; line < cut / 4; line++) {
        assertThat(reader.next()).isTrue();
      }
      assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("cut");
      assertThat(reader.line()).isEqualTo(cut / 4);
      assertThat(reader.insideLine()).isEqualTo(cut % 4 != 0);
    }
  }

  /** Gives a few bytes at a time, and fails after so many. */
  private static final class Trickle extends InputStream {
    private final byte[] bytes;
    private final Random random;
    private final int cut;
    private int at;

    Trickle(String text, Random random, int cut) {
      this.bytes = text.getBytes(UTF_8);
      this.random = random;
      this.cut = cut;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at >= cut) {
        throw new IOException("cut");
      }
      int end = Math.min(bytes.length, cut);
      if (at == end) {
        return -1;
      }
      int count = Math.min(Math.min(1 + random.nextInt(5), length), end - at);
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
