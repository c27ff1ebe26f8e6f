package io.headgate.ops.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Sides. */
@Service
public final class SideCompleter implements Completer {

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    words.getStrings().addAll(List.of("BUY", "SELL"));
    return words.complete(session, line, candidates);
  }
}
