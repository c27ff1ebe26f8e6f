package io.headgate.itests.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.awaitility.Awaitility;

/** The console of one node, over SSH, as somebody with a password, a key, or neither. */
public final class Ssh {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final String user;
  private final String password;
  private final Path key;

  private Ssh(int port, String user, String password, Path key) {
    this.port = port;
    this.user = user;
    this.password = password;
    this.key = key;
  }

  public static Ssh withPassword(int port, String user, String password) {
    return new Ssh(port, user, password, null);
  }

  public static Ssh withKey(int port, String user, Path key) {
    return new Ssh(port, user, null, key);
  }

  public static Ssh withNothing(int port, String user) {
    return new Ssh(port, user, null, null);
  }

  /** Runs one command; throws what the client throws when it is not let in. */
  public Finished exec(String command) throws IOException {
    try (SshClient client = SshClient.setUpDefaultClient()) {
      // Nothing of the machine's own: no keys of the person who runs the tests.
      client.setKeyIdentityProvider(
          key == null ? KeyIdentityProvider.EMPTY_KEYS_PROVIDER : new FileKeyPairProvider(key));
      client.setServerKeyVerifier((session, address, serverKey) -> true);
      client.start();
      try (ClientSession session =
          client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession()) {
        if (password != null) {
          session.addPasswordIdentity(password);
        }
        session.auth().verify(PATIENCE);
        return run(session, command);
      }
    }
  }

  /** Something with a login of its own. */
  @FunctionalInterface
  public interface Use {
    void of(ClientSession session) throws IOException;
  }

  /** Logs in for something that is no command. */
  public void login(Use use) throws IOException {
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setKeyIdentityProvider(
          key == null ? KeyIdentityProvider.EMPTY_KEYS_PROVIDER : new FileKeyPairProvider(key));
      client.setServerKeyVerifier((session, address, serverKey) -> true);
      client.start();
      try (ClientSession session =
          client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession()) {
        if (password != null) {
          session.addPasswordIdentity(password);
        }
        session.auth().verify(PATIENCE);
        use.of(session);
      }
    }
  }

  /**
   * Types lines into one console, and waits until it shows a text.
   *
   * @param last what it shows after the last line
   * @return all that it showed, without colours
   */
  public String type(List<String> lines, String last, Duration atMost) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    login(
        session -> {
          try (ChannelShell shell = session.createShellChannel()) {
            shell.setUsePty(false);
            shell.setOut(shown);
            shell.setErr(shown);
            shell.open().verify(PATIENCE);
            // The console hangs up when its input ends, so it is left open.
            OutputStream keyboard = shell.getInvertedIn();
            keyboard.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
            Awaitility.await(last)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> plain(shown).contains(last) || shell.isClosed());
          }
        });
    return plain(shown);
  }

  private static String plain(ByteArrayOutputStream shown) {
    return shown.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "");
  }

  private static Finished run(ClientSession session, String command) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.setOut(output);
      channel.setErr(output);
      channel.open().verify(PATIENCE);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
      Integer exit = channel.getExitStatus();
      return new Finished(exit == null ? -1 : exit, output.toString(StandardCharsets.UTF_8));
    }
  }
}
