package io.headgate.itests.walls;

import io.headgate.itests.node.Http;
import io.headgate.itests.node.Jmx;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ssh;
import io.headgate.itests.walls.Matrix.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import javax.management.remote.JMXConnector;
import javax.net.ssl.SSLContext;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** One person for each role, on one node that speaks TLS. */
final class People {

  private final NodeProcess node;
  private final SSLContext trust;

  People(NodeProcess node, SSLContext trust) {
    this.node = node;
    this.trust = trust;
  }

  /** Writes them down, as an admin would. */
  void hire() throws IOException {
    StringBuilder lines = new StringBuilder("\n");
    for (Role role : Role.values()) {
      if (role != Role.ADMIN) {
        lines.append("%s = %s,_g_:%ss%n".formatted(name(role), password(role), word(role)));
      }
    }
    lines.append("tom = toms-own-password,_g_:viewers\n");
    node.addUsers(lines.toString());
    giveKeys();
  }

  /** A key logs in without the work of a password, and so a thousand times. */
  private void giveKeys() throws IOException {
    Path etc = node.distribution().etc();
    StringBuilder lines = new StringBuilder("\n");
    for (Role role : Role.values()) {
      if (role == Role.ADMIN) {
        continue;
      }
      KeyPair pair;
      try {
        pair = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        try (OutputStream out = Files.newOutputStream(key(role))) {
          OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", null, out);
        }
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
      lines.append(
          "%s = %s,_g_:%ss%n"
              .formatted(
                  name(role), PublicKeyEntry.toString(pair.getPublic()).split(" ")[1], word(role)));
    }
    Files.writeString(etc.resolve("keys.properties"), lines, StandardOpenOption.APPEND);
  }

  private Path key(Role role) {
    return role == Role.ADMIN
        ? node.distribution().etc().resolve("client.key")
        : node.distribution().home().resolve(name(role) + ".key");
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
    return Ssh.withKey(node.ports().ssh(), name(role), key(role));
  }

  JMXConnector jmx(Role role) throws IOException {
    return new Jmx(node.ports()).as(name(role), password(role));
  }
}
