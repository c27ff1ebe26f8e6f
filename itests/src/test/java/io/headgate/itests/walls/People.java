package io.headgate.itests.walls;

import io.headgate.itests.node.Http;
import io.headgate.itests.node.Jmx;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ssh;
import io.headgate.itests.walls.Matrix.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.management.remote.JMXConnector;
import javax.net.ssl.SSLContext;

/** One person for each role, on one node that speaks TLS. */
final class People {

  private final NodeProcess node;
  private final SSLContext trust;

  People(NodeProcess node, SSLContext trust) {
    this.node = node;
    this.trust = trust;
  }

  /** Writes them down, as an admin would, and waits until the node has replaced the passwords. */
  void hire() throws IOException {
    Path users = node.distribution().etc().resolve("users.properties");
    StringBuilder lines = new StringBuilder("\n");
    for (Role role : Role.values()) {
      if (role != Role.ADMIN) {
        lines.append("%s = %s,_g_:%ss%n".formatted(name(role), password(role), word(role)));
      }
    }
    lines.append("tom = toms-own-password,_g_:viewers\n");
    Files.writeString(
        node.distribution().etc().resolve("users.properties"), lines, StandardOpenOption.APPEND);
  }

  private static boolean areHashed(String users) {
    return users.contains("a-viewer")
        && !users.contains("the-password-of")
        && users.contains("tom")
        && !users.contains("toms-own-password");
  }

  private static String word(Role role) {
    return role.name().toLowerCase(java.util.Locale.ROOT);
  }

  static String name(Role role) {
    return role == Role.ADMIN ? "admin" : "a-" + word(role);
  }

  String password(Role role) {
    return role == Role.ADMIN ? node.password() : "the-password-of-an-" + word(role);
  }

  Http http(Role role) {
    return http(name(role), password(role));
  }

  Http http(String user, String password) {
    return Http.as(node.ports().http(), user, password).secure(trust);
  }

  Http nobody() {
    return Http.asNobody(node.ports().http()).secure(trust);
  }

  Ssh ssh(Role role) {
    return Ssh.withPassword(node.ports().ssh(), name(role), password(role));
  }

  JMXConnector jmx(Role role) throws IOException {
    return new Jmx(node.ports()).as(name(role), password(role));
  }
}
