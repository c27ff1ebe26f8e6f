package io.headgate.ops.internal.completer;

import io.headgate.spi.log.LogAreas;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Levels of the log. */
@Service
public final class LogLevelCompleter implements Completer {

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(LogAreas.LEVELS).complete(session, line, candidates);
  }
}
