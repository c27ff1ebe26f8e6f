package io.headgate.itests.guide;

import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.Ports;
import io.headgate.itests.node.Ssh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of somebody who has built Headgate from source: {@code ./headgate}, {@code tools} and
 * {@code target/headgate}; with ports of its own and the tools that build this very project.
 */
final class NodeDesktop implements Desktop, AutoCloseable {

  private static final Pattern PASSWORD = Pattern.compile("user admin, password (\\S+)");
  private static final Duration END = Duration.ofMinutes(1);

  private final Distribution distribution;
  private final Ports ports;
  private final Path folder;
  private final Shell shell;
  private String password = "PASSWORD";

  private NodeDesktop(Distribution distribution, Ports ports, Path folder, Shell shell) {
    this.distribution = distribution;
    this.ports = ports;
    this.folder = folder;
    this.shell = shell;
  }

  static NodeDesktop open(String name) throws IOException, InterruptedException {
    // The desktop is made inside the unpacked distribution, so that both begin anew together.
    Distribution distribution = Distribution.unpack("guide-" + name);
    Ports ports = Ports.free();
    Path folder = Files.createDirectories(distribution.home().resolve("desktop"));
    Path scratch = Files.createDirectories(distribution.home().resolve("desktop-output"));
    Path bin = Files.createDirectories(distribution.home().resolve("desktop-bin"));
    Files.createDirectories(folder.resolve("target"));
    Files.createSymbolicLink(folder.resolve("target/headgate"), distribution.home());
    Files.createSymbolicLink(
        folder.resolve("tools"), Path.of(System.getProperty("headgate.tools")).normalize());
    script(folder.resolve("headgate"), "exec target/headgate/bin/headgate \"$@\"");
    String maven = Path.of(System.getProperty("headgate.maven.home"), "bin", "mvn").toString();
    boolean offline = "offline=true".equals(System.getProperty("headgate.maven.mode"));
    script(bin.resolve("mvn"), "exec '" + maven + "' " + (offline ? "-o " : "") + "\"$@\"");
    return new NodeDesktop(
        distribution, ports, folder, Shell.open(folder, scratch, environment(ports, bin)));
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static Map<String, String> environment(Ports ports, Path bin) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HEADGATE_HTTP_PORT", Integer.toString(ports.http()));
    environment.put("HEADGATE_SSH_PORT", Integer.toString(ports.ssh()));
    environment.put("HEADGATE_JMX_PORT", Integer.toString(ports.jmx()));
    environment.put("HEADGATE_HAZELCAST_PORT", Integer.toString(ports.hazelcast()));
    environment.put("HEADGATE_COMMAND", "./headgate");
    // Starts sooner; speed later on is not what a tour is about.
    environment.put("HEADGATE_JAVA_OPTS", String.join(" ", Distribution.SHORT_LIVED));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.put(
        "MAVEN_OPTS",
        "-XX:TieredStopAtLevel=1 -Dmaven.repo.local="
            + System.getProperty("headgate.maven.repository"));
    return environment;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Finished shell(String command, Duration atMost) throws IOException {
    Finished finished = shell.run(real(command), atMost);
    Matcher shown = PASSWORD.matcher(finished.output());
    if (shown.find()) {
      password = shown.group(1);
    }
    return finished;
  }

  @Override
  public Finished console(String command) throws IOException {
    return Ssh.withKey(ports.ssh(), "admin", distribution.etc().resolve("client.key"))
        .exec(real(command));
  }

  @Override
  public String real(String line) {
    String real = line.replaceAll("\\bPASSWORD\\b", Matcher.quoteReplacement(password));
    for (List<Integer> pair :
        List.of(
            List.of(8181, ports.http()), List.of(8101, ports.ssh()), List.of(1099, ports.jmx()))) {
      real = real.replaceAll("\\b" + pair.get(0) + "\\b", pair.get(1).toString());
    }
    return real;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    shell.close();
    distribution.headgate(END, "stop");
  }
}
