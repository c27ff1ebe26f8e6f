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

/** Clears an alarm whose cause is gone. */
@Service
@Command(
    scope = "alarm",
    name = "clear",
    description = "Clears an alarm whose cause is gone",
    detailedDescription = "classpath:/man/alarm-clear.txt")
public final class AlarmClear extends ListCommand {

  @Argument(name = "alarm", description = "Key of the alarm", required = true)
  @Completion(AlarmCompleter.class)
  private @Nullable String alarm;

  @Reference private @Nullable Alarms alarms;

  @Override
  protected Rows rows() throws Exception {
    Alarms board = Commands.injected(alarms);
    board.clear(Commands.injected(alarm), CurrentUser.name());
    return NodeNouns.ALARM.rows(board.active());
  }
}
