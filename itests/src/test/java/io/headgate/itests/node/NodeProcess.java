package io.headgate.itests.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A node that runs as {@code bin/headgate run} would run it for anybody: its own unpacked
 * distribution, its own ports, a process that can be stopped gracefully or killed.
 */
public final class NodeProcess implements AutoCloseable {

  /** What still runs; ends with the tests, also when they are broken off. */
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end-nodes"));
  }

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration END = Duration.ofMinutes(1);
  private static final Pattern PASSWORD = Pattern.compile("user admin, password (\\S+)");

  private final Distribution distribution;
  private final Ports ports;
  private final List<String> properties;
  private List<String> javaOptions = Distribution.SHORT_LIVED;
  private Process process;
  private String password;
  private SSLContext trust;

  private NodeProcess(Distribution distribution, Ports ports, List<String> properties) {
    this.distribution = distribution;
    this.ports = ports;
    this.properties = properties;
  }

  /**
   * A node that is not started yet.
   *
   * @param properties system properties as {@code key=value}
   */
  public static NodeProcess of(Distribution distribution, Ports ports, String... properties) {
    return new NodeProcess(distribution, ports, List.of(properties));
  }

  /**
   * The same node with the Java machine as an operator has it, before it is started: where password
   * after password is tried, hashing them with the quick compiler alone takes longer than the start
   * saves.
   */
  public NodeProcess asDelivered() {
    javaOptions = List.of();
    return this;
  }

  /** Unpacks, starts and waits until people can log in. */
  public static NodeProcess started(String name, String... properties)
      throws IOException, InterruptedException {
    NodeProcess node = of(Distribution.unpack(name), Ports.free(), properties);
    node.start();
    return node;
  }

  /** Starts the process and waits until its doors answer to a login. */
  public void start() throws IOException {
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(ports.options());
    for (String property : properties) {
      words.add("-D" + property);
    }
    process =
        Distribution.builder(distribution.command(words), distribution.home(), javaOptions)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(terminal().toFile()))
            .start();
    RUNNING.add(process);
    var unused = process.onExit().thenAccept(RUNNING::remove);
    await("the node " + distribution.home().getFileName() + " opens its doors")
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .until(this::open);
  }

  private boolean open() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the node ended while it started: " + Distribution.text(terminal()));
    }
    if (password == null) {
      password = passwordOnTheTerminal().orElse(null);
    }
    return password != null && jolokia().answers() && restAnswers();
  }

  /** Well or not well: either is an answer. A server that still starts may hang up. */
  private boolean restAnswers() throws InterruptedException {
    try {
      int status = http().get("/api/v1/health").statusCode();
      return status == 200 || status == 503;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Optional<String> passwordOnTheTerminal() throws IOException {
    Matcher shown = PASSWORD.matcher(Distribution.text(terminal()));
    return shown.find() ? Optional.of(shown.group(1)) : Optional.empty();
  }

  /** What the process wrote to its terminal, over all its starts. */
  public Path terminal() {
    return distribution.home().resolve("terminal.out");
  }

  public Distribution distribution() {
    return distribution;
  }

  public Ports ports() {
    return ports;
  }

  /** The random password of the first start. */
  public String password() {
    return password;
  }

  /**
   * Adds users, as an admin does, and waits until their passwords are hashed: the node lets nobody
   * in by a password that stands there in the clear.
   *
   * @param lines of users.properties
   */
  public void addUsers(String lines) throws IOException {
    Path users = distribution().etc().resolve("users.properties");
    Files.writeString(users, lines, StandardOpenOption.APPEND);
    await("hashed passwords")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              String text = Files.readString(users);
              return lines
                  .lines()
                  .filter(line -> line.contains("="))
                  .map(line -> line.substring(0, line.indexOf('=')).strip())
                  .allMatch(
                      name ->
                          Pattern.compile("(?m)^" + Pattern.quote(name) + " *= *\\{CRYPT}")
                              .matcher(text)
                              .find());
            });
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process != null && process.isAlive();
  }

  /** HTTP as admin, over TLS where that is switched on. */
  public Http http() {
    Http plain = Http.as(ports.http(), "admin", password);
    return trust == null ? plain : plain.secure(trust);
  }

  /** Makes a key for the node and has it speak TLS alone; before it is started. */
  public SSLContext tls() throws IOException, InterruptedException, GeneralSecurityException {
    Finished made = distribution.headgate(Duration.ofSeconds(30), "tls", "--self-signed");
    if (made.exitCode() != 0) {
      throw new IOException("no key was made: " + made.output());
    }
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream certificate =
        Files.newInputStream(distribution.etc().resolve("tls/node.crt"))) {
      trusted.setCertificateEntry(
          "node", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    trust = SSLContext.getInstance("TLS");
    trust.init(null, managers.getTrustManagers(), null);
    return trust;
  }

  public Jolokia jolokia() {
    return new Jolokia(http());
  }

  /** A console command, through {@code bin/headgate client} and its key. */
  public Finished client(String command) throws IOException, InterruptedException {
    return distribution.headgate(Duration.ofSeconds(30), "client", command);
  }

  /** Ends it as an operator does, and waits. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("the node did not end within " + END);
    }
    return process.exitValue();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    if (alive()) {
      kill();
    }
    Files.deleteIfExists(distribution.home().resolve("run/node"));
  }
}
