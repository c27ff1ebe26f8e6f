package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import io.headgate.itests.walls.Attacks;
import io.headgate.itests.walls.Walls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every cell of {@code docs/guide/roles.md} on a real node that speaks TLS, and what somebody would
 * try who wants more than the page gives.
 */
class WallsIT {

  private static final String PLANTED = "planted-Secret-7d1f";

  private static NodeProcess node;
  private static Walls walls;
  private static Attacks attacks;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.of(Distribution.unpack("walls"), Ports.free()).asDelivered();
    var trust = node.tls();
    Path etc = node.distribution().etc();
    Files.writeString(etc.resolve("secrets/planted"), PLANTED);
    Files.writeString(etc.resolve("io.headgate.planted.cfg"), "apiPassword = $[secret:planted]\n");
    node.start();
    walls = new Walls(node, trust);
    attacks = walls.attacks();
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void everyCommandIsForTheRolesOfThePage() throws Exception {
    assertThat(walls.console()).isEmpty();
  }

  @Test
  void noLineOfTheConsoleLeadsBeyondTheRole() throws Exception {
    Path canary = node.distribution().home().resolve("canary");

    assertThat(attacks.onTheConsole(canary)).isEmpty();

    assertThat(canary).doesNotExist();
  }

  @Test
  void theConsolesPortMovesNoFilesAndReachesNoOtherPort() throws Exception {
    assertThat(attacks.besideTheConsole()).isEmpty();
  }

  @Test
  void everyMBeanIsForTheRolesOfThePage() throws Exception {
    assertThat(walls.mbeans()).isEmpty();
  }

  @Test
  void everyRequestIsForTheRolesOfThePage() throws Exception {
    assertThat(walls.rest()).isEmpty();
  }

  @Test
  void noServletStandsOutsideTheGuard() throws Exception {
    assertThat(walls.unguardedServlets()).isEmpty();
  }

  @Test
  void noCallOverJmxLeadsBeyondTheRole() throws Exception {
    assertThat(attacks.overJmx()).isEmpty();
    assertThat(node.alive()).isTrue();
  }

  @Test
  void noRequestToJolokiaLeadsBeyondTheRole() throws Exception {
    assertThat(attacks.overJolokia()).isEmpty();
  }

  @Test
  void noPathAndNoHeaderLeadsBeyondTheRole() throws Exception {
    assertThat(attacks.overHttp()).isEmpty();
  }

  @Test
  void nothingAnswersInTheClearOrInAnOldTls() throws Exception {
    assertThat(attacks.withoutTls()).isEmpty();
    for (String file : List.of("tls/node.p12", "secrets/tls")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(node.distribution().etc().resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void whoGuessesWaitsAtEveryDoorAndAKeyStillOpens() throws Exception {
    assertThat(walls.throttle()).isEmpty();
  }

  @Test
  void loginsActsAndRefusalsAreInTheTrail() throws Exception {
    assertThat(walls.trail()).isEmpty();
  }

  @Test
  void noSecretIsShownAnywhere() throws Exception {
    Path etc = node.distribution().etc();
    List<String> secrets =
        List.of(PLANTED, Files.readString(etc.resolve("secrets/tls")), node.password());

    assertThat(walls.shown(secrets)).isEmpty();

    try (Stream<Path> files = Files.walk(node.distribution().data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(secrets).as(file.toString()).noneMatch(text::contains);
      }
    }
  }

  @Test
  void theContainerMakesOneConnectorForTheOneKey() throws Exception {
    assertThat(node.distribution().data().resolve("log/karaf.log"))
        .content()
        .doesNotContain("Can't re-init JMXConnectorServer");
  }

  @Test
  void aKeyIsNotMadeUnderARunningNode() throws Exception {
    var again = node.distribution().headgate(java.time.Duration.ofSeconds(30), "tls", "--off");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.output()).contains("stop");
    assertThatThrownBy(
            () -> io.headgate.itests.node.Http.asNobody(node.ports().http()).get("/api/v1/health"))
        .isInstanceOf(java.io.IOException.class);
  }
}
