package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.completer.CandidateCompleter;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.rules.RuleAdmin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Signs a rule set with a private key, or makes one. */
@Service
@Command(
    scope = "rule",
    name = "sign",
    description = "Signs a rule set with a private key, or makes a key",
    detailedDescription = "classpath:/man/rule-sign.txt")
public final class RuleSign implements Action {

  @Argument(name = "set", description = "First six digits of its hash, or more")
  @Completion(CandidateCompleter.class)
  private @Nullable String set;

  @Option(name = "--key", description = "File of the private key")
  private @Nullable String key;

  @Option(name = "--new-key", description = "Makes a key and writes it to this new file")
  private @Nullable String newKey;

  @Option(name = "--encrypt", description = "With --new-key: asks for a passphrase")
  private boolean encrypt;

  @Option(name = "--json", description = "Print JSON")
  private boolean json;

  @Reference private @Nullable RuleAdmin ruleAdmin;
  @Reference private @Nullable Session session;

  @Override
  public @Nullable Object execute() throws Exception {
    PrintStream out = Commands.injected(session).getConsole();
    if (newKey != null) {
      String login = CurrentUser.name();
      String made =
          SigningKey.create(Path.of(newKey), encrypt ? asked("Passphrase: ") : new char[0]);
      print(out, "publicKey", login + " = " + made);
      return null;
    }
    if (set == null || key == null) {
      throw new IllegalArgumentException(
          "expected a set and --key FILE, or --new-key FILE; help rule:sign shows both");
    }
    Candidate candidate = find(set);
    Path file = Path.of(key);
    if (!Files.isReadable(file)) {
      throw new IOException(file + " cannot be read; expected the file of a private key");
    }
    char[] passphrase = SigningKey.isEncrypted(file) ? asked("Passphrase: ") : new char[0];
    print(
        out,
        "signature",
        SigningKey.read(file, passphrase).sign(Candidate.message(candidate.hash())));
    return null;
  }

  private void print(PrintStream out, String name, String value) {
    out.println(json ? "{\"%s\":\"%s\"}".formatted(name, value) : value);
  }

  private char[] asked(String prompt) throws IOException {
    String line = Commands.injected(session).readLine(prompt, '*');
    if (line == null || line.isEmpty()) {
      throw new IOException("no passphrase was typed; try again on an interactive console");
    }
    return line.toCharArray();
  }

  private Candidate find(String prefix) {
    RuleDesk desk = Commands.injected(ruleAdmin).desk();
    List<Candidate> found =
        desk.candidates().stream().filter(one -> one.hash().startsWith(prefix)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalArgumentException(
        "%d rule sets have a hash that begins with '%s', expected one; rule:candidates lists them"
            .formatted(found.size(), prefix));
  }
}
