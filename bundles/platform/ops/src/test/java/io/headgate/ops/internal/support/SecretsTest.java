package io.headgate.ops.internal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void secretsAreFoundByTheNamesOfTheirKeys() {
    String masked =
        new Secrets()
            .mask(
                """
                brokerPassword = s3
                api.key: abcdef
                ssl.keystore.passphrase=one \\
                  two
                # oldToken = retired-token
                maxAgeMillis = 500
                """);
    assertThat(masked)
        .contains("brokerPassword = ***", "api.key: ***", "maxAgeMillis = 500")
        .doesNotContain("s3", "abcdef", "one", "two", "retired-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uri: sftp://v/in?username=bob&password=hunter22",
        "- password: hunter22",
        "{user: bob, password: hunter22}",
        "{\"password\": \"hunter22\"}",
        "<password>hunter22</password>",
        "java -Dfoo.password=hunter22 -jar x.jar",
        "10:02 INFO connects with password=hunter22",
      })
  void secretsAreFoundInTheMidstOfALine(String line) throws IOException {
    assertThat(new Secrets().mask(line)).contains("***").doesNotContain("hunter22");

    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("route.yaml"), line);
    Secrets secrets = new Secrets();
    secrets.learn(etc);
    assertThat(secrets.mask("refused: hunter22")).isEqualTo("refused: ***");
  }

  @Test
  void secretsAreFoundByTheirValueWhereverTheyTurnUp() throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("x.cfg"), "venueSecret = hush-hush\npassword = etc/pw\n");
    Files.writeString(etc.resolve("pw"), "kept-in-a-file\n");
    Files.writeString(etc.resolve("users.properties"), "ann = {CRYPT}abc123,_g_:viewers\n");
    Secrets secrets = new Secrets();
    secrets.learn(Map.of("FEED_TOKEN", "from-the-environment", "HOME", "/home/x"));
    secrets.learn(etc);

    assertThat(
            secrets.mask(
                "login hush-hush refused, kept-in-a-file, from-the-environment, abc123 /home/x"))
        .isEqualTo("login *** refused, ***, ***, abc123 /home/x");
    assertThat(secrets.mask("ann = {CRYPT}abc123")).doesNotContain("abc123");
  }

  @Test
  void whatLooksLikeASecretIsOne() {
    Secrets secrets = new Secrets();
    assertThat(secrets.mask("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
        .isEqualTo("***");
    assertThat(secrets.mask("Authorization: Basic YWRtaW46eA==")).doesNotContain("YWRtaW46eA");
    assertThat(secrets.mask("amqp://bob:builder@host:1")).doesNotContain("builder");
    assertThat(secrets.mask("{CRYPT}pbkdf2$12$abc{CRYPT}")).doesNotContain("abc");
  }

  @Test
  void anArchiveNamesFilesOfSecretsAndLeavesThemOut() throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("client.key"), "PRIVATE-KEY-BYTES");
    Files.writeString(etc.resolve("a.cfg"), "limit = 1\n");
    Path hidden = Files.createDirectories(etc.resolve("secrets"));
    Files.writeString(hidden.resolve("venue.cfg"), "swordfish-1\n");
    Path log = Files.createDirectories(folder.resolve("log"));
    Files.writeString(
        log.resolve("karaf.log"), "order N1-4-2F9 rejected, PRIVATE-KEY-BYTES swordfish-1\n");
    Secrets secrets = new Secrets();
    secrets.learn(etc);
    Path file = folder.resolve("out.zip");
    try (Archive archive = new Archive(file, secrets, false)) {
      archive.addSettings(etc);
      archive.addLogs(log);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("etc/client.key")).isNull();
      assertThat(text(zip, "etc/LEFT-OUT.txt")).contains("client.key");
      assertThat(text(zip, "etc/a.cfg")).isEqualTo("limit = 1\n");
      assertThat(text(zip, "log/karaf.log")).isEqualTo("order <order> rejected, *** ***\n");
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
