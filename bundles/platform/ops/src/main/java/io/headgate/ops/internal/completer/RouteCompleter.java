package io.headgate.ops.internal.completer;

import io.headgate.spi.route.RouteControl;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Route ids. */
@Service
public final class RouteCompleter implements Completer {

  @Reference(optional = true)
  private @Nullable RouteControl service;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    if (service != null) {
      service.list().forEach(route -> words.getStrings().add(route.id()));
    }
    return words.complete(session, line, candidates);
  }
}
