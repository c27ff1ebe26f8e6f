package io.headgate.itests.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.itests.node.Desk;
import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A strategy from its first line to its end, on one node that goes on trading meanwhile. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration WAIT = Duration.ofSeconds(90);
  private static final String ACCOUNT = "EURO";
  private static final String SETTINGS = "io.headgate.strategies.myidea-demo.cfg";

  private static final Set<String> ENDED =
      Set.of("FILLED", "CANCELED", "REJECTED", "EXPIRED", "DENIED");

  private static NodeProcess node;
  private static Desk desk;
  private static Path work;
  private static Path first;

  @BeforeAll
  static void build() throws Exception {
    Distribution distribution = Distribution.unpack("deploy");
    work = distribution.home().resolve("developer");
    first = PluginBuild.strategy("my-idea", work);
    node = NodeProcess.of(distribution, Ports.free());
    node.start();
    desk = new Desk(node).open();
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  private static Finished deploy(Path jar) throws IOException, InterruptedException {
    return node.distribution().headgate(WAIT, "deploy", jar.toString(), "--wait");
  }

  private static JarEdit version(String version) throws IOException {
    return JarEdit.of(first).header("Bundle-Version", version);
  }

  private static Path inDeploy(String file) {
    return node.distribution().home().resolve("deploy").resolve(file);
  }

  /** Rows of one name, in whatever state. */
  private static List<JsonNode> strategies(String name) throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : desk.get("/strategies").path("strategies")) {
      if (row.path("name").asText().equals(name)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean isActive(String name) throws IOException, InterruptedException {
    return strategies(name).stream().anyMatch(row -> row.path("state").asText().equals("ACTIVE"));
  }

  private static String runningVersion() throws IOException, InterruptedException {
    for (JsonNode row : desk.get("/plugins").path("plugins")) {
      if (row.path("name").asText().equals("my-idea")) {
        return row.path("version").asText();
      }
    }
    return "";
  }

  private static List<JsonNode> orders() throws IOException, InterruptedException {
    List<JsonNode> own = new ArrayList<>();
    for (JsonNode order : desk.get("/orders?all=true&limit=10000").path("orders")) {
      if (order.path("account").asText().equals(ACCOUNT)) {
        own.add(order);
      }
    }
    return own;
  }

  /** An order far below the market, each at a price of its own. */
  private static String bid(int number) throws IOException, InterruptedException {
    String price = "%d.%02d".formatted(1 + number / 100, number % 100);
    return desk.accepted("ALPHA", "KILO.SIM", "BUY", "1", price);
  }

  @Test
  @Order(1)
  void aJarThatIsDeployedTradesWithTheSettingsThatItBrings() throws Exception {
    Finished deployed = deploy(first);

    assertThat(deployed.exitCode()).as(deployed.output()).isZero();
    assertThat(deployed.output()).contains("my-idea-1.0.0.jar: ACTIVE");
    assertThat(isActive("my-idea")).isTrue();
    await().atMost(SOON).until(() -> strategies("my-idea").get(0).path("intents").asLong() > 0);

    Path settings = node.distribution().etc().resolve(SETTINGS);
    String own =
        Files.readString(settings)
            .replace("account = DEMO", "account = " + ACCOUNT)
            .replace("pauseMillis = 500", "pauseMillis = 200")
            .replace("maxPosition = 100", "maxPosition = 5000");
    Files.writeString(settings, own);
    await().atMost(SOON).until(() -> orders().size() > 5);
  }

  @Test
  @Order(2)
  void aNewerVersionReplacesItUnderLoadAndNoOrderIsLost() throws Exception {
    Set<String> ids = new TreeSet<>();
    Path next = version("1.1.0").write(work.resolve("my-idea-1.1.0.jar"));
    byte[] bytes = Files.readAllBytes(next);
    // As a slow copy does it, with orders coming in all the while.
    try (OutputStream out = Files.newOutputStream(inDeploy("my-idea-1.1.0.jar"))) {
      out.write(Arrays.copyOf(bytes, bytes.length / 2));
      out.flush();
      for (int i = 0; i < 10; i++) {
        ids.add(bid(i));
      }
      assertThat(runningVersion()).isEqualTo("1.0.0");
      out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    }
    for (int i = 0; i < 500 && !runningVersion().equals("1.1.0"); i++) {
      ids.add(bid(10 + i));
    }

    await().atMost(SOON).until(() -> runningVersion().equals("1.1.0") && isActive("my-idea"));
    assertThat(strategies("my-idea")).as("no older one beside it").hasSize(1);
    int before = orders().size();
    await().atMost(SOON).until(() -> orders().size() > before);
    assertThat(strategies("my-idea").get(0).path("account").asText())
        .as("its settings are those that were edited")
        .isEqualTo(ACCOUNT);
    for (String id : ids) {
      assertThat(desk.order(id).path("status").asText()).as(id).isEqualTo("NEW");
    }
    assertThat(isActive("momentum-fx")).isTrue();
  }

  @Test
  @Order(3)
  void whatCannotRunIsRefusedWithItsReasonAndTheOldOneGoesOn() throws Exception {
    Finished broken =
        deploy(version("1.2.0").without("/MyIdea.class").write(work.resolve("my-idea-1.2.0.jar")));
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.output()).contains("REFUSED", "MyIdea", "version 1.1.0 goes on");
    assertThat(inDeploy("my-idea-1.2.0.jar.refused")).content().contains("version 1.1.0 goes on");

    Finished strange =
        deploy(
            version("1.3.0")
                .header(
                    "Import-Package",
                    "io.headgate.spi.strategy;version=\"[1.",
                    "io.headgate.spi.strategy;version=\"[1.9")
                .write(work.resolve("my-idea-1.3.0.jar")));
    assertThat(strange.output()).contains("REFUSED", "io.headgate.spi.strategy", "1.0.0");

    Finished twin =
        deploy(
            JarEdit.of(first)
                .header("Bundle-SymbolicName", "com.example.twin")
                .write(work.resolve("twin-1.0.0.jar")));
    assertThat(twin.output()).contains("REFUSED", "the name 'my-idea' is taken");

    Path none = Files.write(work.resolve("none-1.0.0.jar"), new byte[] {1, 2, 3});
    assertThat(deploy(none).output()).contains("REFUSED", "no whole archive");

    assertThat(runningVersion()).isEqualTo("1.1.0");
    assertThat(isActive("my-idea")).isTrue();
    String listed = node.client("strategy:list --json").output();
    assertThat(listed).contains("\"REFUSED\"", "deploy/my-idea-1.2.0.jar", "deploy/twin-1.0.0.jar");
    assertThat(node.client("alarm:list").output()).contains("deploy.my-idea-1.2.0.jar");
  }

  @Test
  @Order(4)
  void whatIsRemovedStopsAndItsOrdersAddUp() throws Exception {
    for (String name : List.of("twin", "none", "my-idea")) {
      Finished removed = node.distribution().headgate(WAIT, "undeploy", name);
      assertThat(removed.exitCode()).as(removed.output()).isZero();
    }

    await().atMost(SOON).until(() -> strategies("my-idea").isEmpty());
    assertThat(node.distribution().etc().resolve(SETTINGS)).exists();
    assertThat(inDeploy("my-idea-1.2.0.jar.refused")).doesNotExist();
    assertThat(isActive("momentum-fx")).isTrue();
    await()
        .atMost(SOON)
        .until(() -> orders().stream().allMatch(o -> ENDED.contains(o.path("status").asText())));
    List<JsonNode> orders = orders();
    assertThat(orders).isNotEmpty();
    for (String instrument : List.of("ALFA.SIM", "BRVO.SIM")) {
      BigDecimal filled = BigDecimal.ZERO;
      for (JsonNode order : orders) {
        if (order.path("instrument").asText().equals(instrument)) {
          BigDecimal quantity = new BigDecimal(order.path("cumQty").asText());
          boolean buy = order.path("side").asText().equals("BUY");
          filled = buy ? filled.add(quantity) : filled.subtract(quantity);
        }
      }
      String held = desk.quantity(ACCOUNT, instrument);
      assertThat(new BigDecimal(held.isEmpty() ? "0" : held))
          .as("position in %s, and what was filled", instrument)
          .isEqualByComparingTo(filled);
    }
  }
}
