package io.headgate.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.itests.node.Desk;
import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules folder of a node that trades, and faults in it one after the other. After each: the set
 * before serves on, {@code rule:status} and an alarm name file, line and cure, and when the file is
 * as it was, nothing is wrong any more.
 */
public final class RulesFolder {

  /** A set is compiled within seconds, on a machine that has them. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private static final Set<String> KEPT =
      Set.of("order-quantity", "order-notional", "price-collar", "position", "restricted");

  private final NodeProcess node;
  private final Desk desk;
  private final Told told;
  private final Path root;

  /** The folder of a node that serves. */
  public RulesFolder(NodeProcess node, Desk desk, Told told) {
    this.node = node;
    this.desk = desk;
    this.told = told;
    this.root = node.distribution().rules();
  }

  /** Leaves a few policies: every rule takes its time to compile. Before the node starts. */
  public static void keepFew(Distribution distribution) throws IOException {
    try (Stream<Path> policies = Files.list(distribution.rules().resolve("policies"))) {
      for (Path policy : policies.filter(Files::isDirectory).toList()) {
        if (!KEPT.contains(policy.getFileName().toString())) {
          delete(policy);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What is looked at while a file is wrong. */
  @FunctionalInterface
  private interface Look {
    void now() throws Exception;
  }

  /** Puts something wrong into a file, looks, and puts back what was there. */
  private void wrong(Path file, String text, Look look) throws Exception {
    String good = Files.exists(file) ? Files.readString(file) : null;
    Files.writeString(file, text);
    try {
      look.now();
    } finally {
      Files.delete(file);
      if (good != null) {
        Files.writeString(file, good);
      }
    }
    awaitNothingWrong();
  }

  /** Rows that mean nothing, or two things at once, each at its line. */
  public void limitRows() throws Exception {
    Path file = root.resolve("limits/demo.csv");
    String good = Files.readString(file);
    String place = "limits/demo.csv:" + (good.lines().count() + 1) + ": ";
    List<List<String>> rows =
        List.of(
            List.of("desk=DEMO,*,max-order-qty,5,qty,block,,,,", "desk=DEMO", "account=NAME"),
            List.of("account=DEMO,*,max-order-qty,5,furlongs,block,,,,", "furlongs", "qty"),
            List.of("account=DEMO,*,max-order-qty,5,qty,block,,,,", "same days", "effectiveFrom"));
    for (List<String> row : rows) {
      wrong(
          file,
          good + row.get(0) + "\n",
          () -> {
            told.awaitAlarm("limits.load", place, row.get(1));
            Told.awaitIn("rule:status", this::faults, place, row.get(1), row.get(2));
            blocksAsBefore();
          });
    }
  }

  /** Two rules of one name. */
  public void twoRulesOfOneName() throws Exception {
    Path file = root.resolve("policies/order-quantity/order-quantity.dslr");
    wrong(
        root.resolve("policies/order-quantity/again.dslr"),
        Files.readString(file),
        () ->
            refused(
                "policies/order-quantity/order-quantity.dslr:",
                "found a second rule",
                "(the first: policies/order-quantity/again.dslr:",
                "another name"));
  }

  /** A sentence that the dictionary does not have. */
  public void aSentenceWithoutAnEntry() throws Exception {
    Path file = root.resolve("policies/order-quantity/order-quantity.dslr");
    String good = Files.readString(file);
    long line = good.substring(0, good.indexOf("is above the limit")).lines().count();
    wrong(
        file,
        good.replaceFirst("is above the limit", "goes beyond the limit"),
        () ->
            refused(
                "policies/order-quantity/order-quantity.dslr:" + line + ": ",
                "goes beyond",
                "the nearest is",
                "write it so"));
  }

  /** An example that gets another verdict. */
  public void anExampleThatFails() throws Exception {
    Path file = root.resolve("policies/order-quantity/examples.csv");
    String good = Files.readString(file);
    int columns = good.lines().findFirst().orElseThrow().split(",", -1).length;
    wrong(
        file,
        good + "wrong,block,QTY_MAX" + ",".repeat(columns - 3) + "\n",
        () ->
            refused(
                "policies/order-quantity/examples.csv:" + (good.lines().count() + 1) + ": ",
                "example 'wrong' got pass",
                "expected block QTY_MAX"));
  }

  /** A name that is in the folder when it is listed, and no file when it is opened. */
  public void aFileThatVanishesWhileItIsRead() throws Exception {
    Path file = root.resolve("policies/order-quantity/examples.csv");
    String good = Files.readString(file);
    Files.delete(file);
    Files.createSymbolicLink(file, root.resolve("gone.csv"));
    try {
      refused("examples.csv is missing or vanished while it was read; put it back");
    } finally {
      Files.delete(file);
      Files.writeString(file, good);
    }
    awaitNothingWrong();
  }

  /** A rule that every made-up order passes and the first real one fails: its time is too large. */
  public void aSetThatThrowsOnTheFirstOrder() throws Exception {
    String before = hash();
    wrong(
        root.resolve("policies/order-quantity/clock.drl"),
        """
        rule "clock"
        when
          $o : OrderContext(decisionMillis * 10000000 > 5, quantity > 100000)
        then
          $o.block("QTY_CLOCK", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
        end
        """,
        () -> {
          await("the new set fails on an order, of this desk or of a strategy")
              .atMost(SOON)
              .pollInterval(Duration.ofMillis(200))
              .until(
                  () ->
                      desk.submit("ALPHA", "GOLF.SIM", "BUY", "1", "1")
                              .body()
                              .contains("RULES_FAILED")
                          || faults().contains("fails on its first order"));
          refused(
              "policies/order-quantity/clock.drl:1: ",
              "fails on its first order",
              "RULES_FAILED",
              "Ops.limited");
          assertThat(hash()).as("the set before serves").isEqualTo(before);
        });
    assertThat(hash()).isEqualTo(before);
  }

  private String hash() throws IOException, InterruptedException {
    return desk.get("/rules").path("hash").asText();
  }

  /** The faults that rule:status shows, as lines of text. */
  private String faults() throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (JsonNode fault : desk.get("/rules").path("faults")) {
      String file = fault.path("file").asText();
      lines.append(file).append(':').append(fault.path("line").asText()).append(": ");
      lines.append(fault.path("message").asText()).append('\n');
    }
    return lines.toString();
  }

  private void refused(String... words) throws Exception {
    Told.awaitIn("rule:status", this::faults, words);
    told.awaitAlarm("rules.load", words[0]);
    assertThat(node.client("rule:status").output()).contains(words[words.length - 1]);
    blocksAsBefore();
  }

  /** The limit of 1000 of the account serves, and orders that keep within it go on. */
  private void blocksAsBefore() throws Exception {
    assertThat(desk.submit("DEMO", "BRVO.SIM", "BUY", "5000", "1").body()).contains("QTY_MAX");
    assertThat(desk.submit("ALPHA", "GOLF.SIM", "BUY", "1", "1").statusCode()).isEqualTo(201);
  }

  private void awaitNothingWrong() {
    await("nothing is wrong with rules and limits any more")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              assertThat(faults()).isEmpty();
              assertThat(desk.get("/alarms").toString())
                  .doesNotContain("rules.load")
                  .doesNotContain("limits.load");
            });
  }
}
