package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.Http;
import io.headgate.itests.node.Jmx;
import io.headgate.itests.node.Jolokia;
import io.headgate.itests.node.ListeningSockets;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import io.headgate.itests.node.Ssh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into a node, through which door, and who does not. */
class DoorsIT {

  private static NodeProcess node;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.of(Distribution.unpack("doors"), Ports.free()).asDelivered();
    node.start();
    node.addUsers("vera = vera-sees-it-all,_g_:viewers\n");
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void nothingListensBeyondLoopback() throws Exception {
    assumeTrue(ListeningSockets.known());

    var sockets = ListeningSockets.of(node.pid());

    assertThat(sockets)
        .allSatisfy(socket -> assertThat(socket.getAddress().isLoopbackAddress()).isTrue());
    assertThat(sockets)
        .extracting(socket -> socket.getPort())
        .contains(
            node.ports().http(), node.ports().ssh(), node.ports().jmx(), node.ports().jmx() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/health", "/api/v1/positions", "/jolokia/version", "/jolokia/"})
  void nobodyGetsInOverHttpWithoutALogin(String path) throws Exception {
    int port = node.ports().http();

    // Jolokia has one answer for a wrong login and a missing role.
    int refused = path.startsWith("/jolokia") ? 403 : 401;
    assertThat(Http.asNobody(port).get(path).statusCode()).isEqualTo(refused);
    assertThat(Http.as(port, "karaf", "karaf").get(path).statusCode()).isEqualTo(refused);
    // Once is enough: who fails too often must wait, here as at every door.
    if (path.equals("/api/v1/health")) {
      assertThat(Http.as(port, "admin", "admin").get(path).statusCode()).isEqualTo(refused);
    }
  }

  @Test
  void thePasswordOfTheFirstStartOpensHttp() throws Exception {
    assertThat(node.http().get("/jolokia/version").statusCode()).isEqualTo(200);
  }

  @Test
  void thePasswordIsShownOnceAndKeptNowhere() throws Exception {
    String terminal = Files.readString(node.terminal());
    assertThat(terminal.split(node.password(), -1)).hasSize(2);

    for (String folder : List.of("etc", "data", "run")) {
      // A file that the node has taken away meanwhile: look again.
      await(folder + " is read")
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptionsMatching(DoorsIT::isGone)
          .untilAsserted(
              () -> assertThat(holding(node.distribution().home().resolve(folder))).isEmpty());
    }
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof NoSuchFileException
        || failure.getCause() instanceof NoSuchFileException;
  }

  /** The files below a folder in which the password stands. */
  private static List<Path> holding(Path folder) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(node.password())) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  @Test
  void theConsoleNeedsAKeyOrAPassword() throws Exception {
    int port = node.ports().ssh();

    assertThatThrownBy(() -> Ssh.withNothing(port, "admin").exec("bundle:list"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Ssh.withPassword(port, "admin", "admin").exec("bundle:list"))
        .isInstanceOf(IOException.class);
    assertThat(Ssh.withPassword(port, "admin", node.password()).exec("bundle:list").output())
        .contains("io.headgate");
    Path key = node.distribution().etc().resolve("client.key");
    assertThat(Ssh.withKey(port, "admin", key).exec("bundle:list").output())
        .contains("io.headgate");
  }

  @Test
  void theClientOpensTheConsoleWithItsOwnKey() throws Exception {
    Path key = node.distribution().etc().resolve("client.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");

    Finished list = node.client("bundle:list");

    assertThat(list.exitCode()).as(list.output()).isZero();
    assertThat(list.output()).contains("io.headgate.engine");
  }

  @Test
  void jmxNeedsALogin() throws Exception {
    Jmx jmx = new Jmx(node.ports());

    assertThatThrownBy(() -> jmx.asNobody().close())
        .isInstanceOfAny(SecurityException.class, IllegalArgumentException.class);
    assertThatThrownBy(() -> jmx.as("admin", "x").close()).isInstanceOf(SecurityException.class);
    try (JMXConnector door = jmx.as("admin", node.password())) {
      MBeanServerConnection server = door.getMBeanServerConnection();
      assertThat(server.getAttribute(new ObjectName("java.lang:type=Runtime"), "Pid"))
          .isEqualTo(node.pid());
    }
    try (JMXConnector door = jmx.as("vera", "vera-sees-it-all")) {
      MBeanServerConnection server = door.getMBeanServerConnection();
      ObjectName memory = new ObjectName("java.lang:type=Memory");
      assertThatThrownBy(() -> server.invoke(memory, "gc", new Object[0], new String[0]))
          .isInstanceOf(SecurityException.class);
    }
  }

  @Test
  void aViewerSeesAndChangesNothing() throws Exception {
    Ssh vera = Ssh.withPassword(node.ports().ssh(), "vera", "vera-sees-it-all");

    assertThat(vera.exec("system:shutdown -f").output()).containsIgnoringCase("not found");
    assertThat(vera.exec("shell:exec id").output()).containsIgnoringCase("not found");
    assertThat(vera.exec("config:list").output()).containsIgnoringCase("not found");
    Jolokia jolokia = new Jolokia(Http.as(node.ports().http(), "vera", "vera-sees-it-all"));
    assertThat(jolokia.read("java.lang:type=Runtime", "Pid").path("value").asLong())
        .isEqualTo(node.pid());
    assertThat(jolokia.exec("java.lang:type=Memory", "gc").path("status").asInt()).isEqualTo(403);
    assertThat(node.jolokia().exec("java.lang:type=Memory", "gc").path("status").asInt())
        .isEqualTo(200);
    assertThat(node.alive()).isTrue();
  }

  @Test
  void aPasswordInTheClearIsReplacedByItsHash() {
    Path users = node.distribution().etc().resolve("users.properties");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(Files.readString(users))
                    .doesNotContain("vera-sees-it-all")
                    .containsPattern("vera ?= ?\\{CRYPT}pbkdf2"));
  }

  @Test
  void aPortInUseIsNamedWithTheWayOut() throws Exception {
    Files.move(
        node.distribution().home().resolve("run/node"),
        node.distribution().home().resolve("run/hidden"));
    try {
      Finished second =
          node.distribution()
              .headgate(
                  Duration.ofSeconds(20),
                  "demo",
                  "--seconds",
                  "5",
                  "--http-port",
                  Integer.toString(node.ports().http()));

      assertThat(second.exitCode()).isEqualTo(4);
      assertThat(second.output())
          .contains("port " + node.ports().http(), "HTTP", "--http-port", "in use");
    } finally {
      Files.move(
          node.distribution().home().resolve("run/hidden"),
          node.distribution().home().resolve("run/node"));
    }
  }
}
