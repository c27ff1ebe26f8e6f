package io.headgate.ops.internal.completer;

import io.headgate.spi.alarm.Alarms;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Keys of active alarms. */
@Service
public final class AlarmCompleter implements Completer {

  @Reference(optional = true)
  private @Nullable Alarms service;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    if (service != null) {
      service.active().forEach(alarm -> words.getStrings().add(alarm.key()));
    }
    return words.complete(session, line, candidates);
  }
}
