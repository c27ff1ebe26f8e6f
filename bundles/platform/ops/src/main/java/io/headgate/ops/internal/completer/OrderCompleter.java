package io.headgate.ops.internal.completer;

import io.headgate.spi.order.OrderQuery;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Open orders. */
@Service
public final class OrderCompleter implements Completer {

  @Reference(optional = true)
  private @Nullable OrderQuery service;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    if (service != null) {
      service.openOrders().forEach(order -> words.getStrings().add(order.id().toString()));
    }
    return words.complete(session, line, candidates);
  }
}
