package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.alarm.Alarms;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the active alarms, worst first. */
@Service
@Command(scope = "alarm", name = "list", description = "Lists the active alarms, worst first")
public final class AlarmList extends ListCommand {

  @Reference private @Nullable Alarms alarms;

  @Override
  protected Listing listing() throws Exception {
    return Running.alarms(Commands.injected(alarms).active());
  }
}
