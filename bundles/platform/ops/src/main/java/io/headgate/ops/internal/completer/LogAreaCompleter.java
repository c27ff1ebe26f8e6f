package io.headgate.ops.internal.completer;

import io.headgate.spi.log.LogAreas;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Areas of the log. */
@Service
public final class LogAreaCompleter implements Completer {

  @Reference(optional = true)
  private @Nullable LogAreas service;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    if (service != null) {
      service.areas().forEach(area -> words.getStrings().add(area.area()));
    }
    return words.complete(session, line, candidates);
  }
}
