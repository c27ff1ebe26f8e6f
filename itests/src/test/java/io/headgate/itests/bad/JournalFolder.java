package io.headgate.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.itests.node.Desk;
import io.headgate.itests.node.NodeProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The journal of a node: a disk without room, records that were cut short or changed. */
public final class JournalFolder {

  private static final Duration SOON = Duration.ofSeconds(40);

  private final NodeProcess node;
  private final Desk desk;
  private final Told told;
  private final Path folder;

  /** That of a node that runs. */
  public JournalFolder(NodeProcess node, Desk desk, Told told, Path folder) {
    this.node = node;
    this.desk = desk;
    this.told = told;
    this.folder = folder;
  }

  /** Orders are refused and cancels go until there is room again. */
  public void aFullDisk() throws Exception {
    String open = desk.accepted("ALPHA", "HOTL.SIM", "BUY", "3", "1");
    Path filler = folder.resolve("filler");
    byte[] block = new byte[64 * 1024];
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
    }
    try {
      ordersAreRefusedAndCancelsGo(open);
    } finally {
      Files.delete(filler);
    }
    await("orders are taken again")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> desk.submit("ALPHA", "GOLF.SIM", "BUY", "1", "1").statusCode() == 201);
    told.awaitGone("journal.space");
  }

  private void ordersAreRefusedAndCancelsGo(String open) throws Exception {
    HttpResponse<String> refused =
        await("orders are refused")
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(1))
            .until(
                () -> desk.submit("ALPHA", "GOLF.SIM", "BUY", "1", "1"),
                answer -> answer.statusCode() >= 500);
    assertThat(refused.body()).contains("journal-unavailable", "make room on that file system");
    told.awaitAlarm("journal.space");
    told.awaitHealth("make room");

    assertThat(node.client("order:cancel ALPHA " + open).exitCode()).isZero();
    desk.await(open, "CANCELED");
  }

  /** What was not written whole is left out. */
  public void aTornTail() throws Exception {
    String before = desk.quantity("ALPHA", "GOLF.SIM");
    node.stop();
    Path last = segments().get(segments().size() - 1);
    byte[] bytes = Files.readAllBytes(last);
    bytes[lastUsed(bytes)] ^= 1;
    Files.write(last, bytes);

    node.start();
    desk.open();

    assertThat(desk.quantity("ALPHA", "GOLF.SIM")).isEqualTo(before);
  }

  /** What was written whole and changed since is never repaired. */
  public void aDamagedMiddle() throws Exception {
    node.stop();
    Path first = segments().get(0);
    byte[] bytes = Files.readAllBytes(first);
    bytes[inARecord(bytes, lastUsed(bytes) / 2)] ^= 1;
    Files.write(first, bytes);

    node.start();

    told.awaitHealth(first.getFileName() + " is damaged at byte ");
    assertThat(node.http().get("/api/v1/health").statusCode()).isEqualTo(503);
    assertThat(desk.submit("ALPHA", "GOLF.SIM", "BUY", "1", "").statusCode()).isEqualTo(503);
    assertThat(Files.readAllBytes(first)).as("nothing is repaired by itself").isEqualTo(bytes);
  }

  /** Segments that hold records, in order; a spare one begins with zeros. */
  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> used = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".journal")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes[8] != 0 && lastUsed(bytes) > 64) {
          used.add(file);
        }
      }
      return used;
    }
  }

  /** The zeros between two records mean nothing, and one that is changed does no harm. */
  private static int inARecord(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == 0) {
      at++;
    }
    return at;
  }

  private static int lastUsed(byte[] bytes) {
    int at = bytes.length - 1;
    while (at > 0 && bytes[at] == 0) {
      at--;
    }
    return at;
  }
}
