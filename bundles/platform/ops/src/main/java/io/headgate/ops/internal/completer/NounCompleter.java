package io.headgate.ops.internal.completer;

import io.headgate.spi.noun.Nouns;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Names of nouns. */
@Service
public final class NounCompleter implements Completer {

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    Nouns.all().forEach(noun -> words.getStrings().add(noun.name()));
    return words.complete(session, line, candidates);
  }
}
