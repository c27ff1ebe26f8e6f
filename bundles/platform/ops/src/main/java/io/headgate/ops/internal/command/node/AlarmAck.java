package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.AlarmCompleter;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Notes that you have seen an alarm. */
@Service
@Command(
    scope = "alarm",
    name = "ack",
    description = "Notes that you have seen an alarm",
    detailedDescription = "classpath:/man/alarm-ack.txt")
public final class AlarmAck extends ListCommand {

  @Argument(name = "alarm", description = "Key of the alarm", required = true)
  @Completion(AlarmCompleter.class)
  private @Nullable String alarm;

  @Reference private @Nullable Alarms alarms;

  @Override
  protected Rows rows() throws Exception {
    Alarms board = Commands.injected(alarms);
    board.acknowledge(Commands.injected(alarm), CurrentUser.name());
    return NodeNouns.ALARM.rows(board.active());
  }
}
