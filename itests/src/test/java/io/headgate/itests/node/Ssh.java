package io.headgate.itests.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

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
    AtomicReference<Finished> finished = new AtomicReference<>();
    login(session -> finished.set(run(session, command)));
    return finished.get();
  }

  /** Something with a login of its own. */
  @FunctionalInterface
  public interface Use {
    void of(ClientSession session) throws IOException;
  }

  /** Logs in for something that is no command. */
  public void login(Use use) throws IOException {
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
        use.of(session);
      }
    }
  }

  /**
   * Types lines into an interactive console, as a person does.
   *
   * @param lines what is typed
   * @param words for each line, what must come before the next one is typed
   * @return what the terminal has shown
   */
  public String type(List<String> lines, List<String> words) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    login(
        session -> {
          try (ChannelShell channel = session.createShellChannel()) {
            channel.setPtyColumns(200);
            channel.setOut(shown);
            channel.open().verify(PATIENCE);
            awaitIn(shown, "@headgate> ");
            for (int i = 0; i < lines.size(); i++) {
              OutputStream keys = channel.getInvertedIn();
              keys.write((lines.get(i) + "\r").getBytes(StandardCharsets.UTF_8));
              keys.flush();
              awaitIn(shown, words.get(i));
            }
          }
        });
    return plain(shown);
  }

  private static void awaitIn(ByteArrayOutputStream shown, String word) {
    await("'" + word + "' on the terminal")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(plain(shown)).contains(word));
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
      return new Finished(exit == null ? -1 : exit, plain(output));
    }
  }
}
