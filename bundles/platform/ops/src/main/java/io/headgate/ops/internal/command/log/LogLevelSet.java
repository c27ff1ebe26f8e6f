package io.headgate.ops.internal.command.log;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.LogAreaCompleter;
import io.headgate.ops.internal.completer.LogLevelCompleter;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Rows;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Gives an area of the log another level. */
@Service
@Command(
    scope = "log",
    name = "level",
    description = "Gives an area of the log another level",
    detailedDescription = "classpath:/man/log-level.txt")
public final class LogLevelSet extends ListCommand {

  @Argument(index = 0, name = "area", description = "An area, as in log:areas", required = true)
  @Completion(LogAreaCompleter.class)
  private @Nullable String area;

  @Argument(
      index = 1,
      name = "level",
      description = "ERROR, WARN, INFO, DEBUG or TRACE",
      required = true)
  @Completion(LogLevelCompleter.class)
  private @Nullable String level;

  @Reference private @Nullable LogAreas logAreas;

  @Override
  protected Rows rows() {
    return NodeNouns.LOG.rows(
        List.of(
            Commands.injected(logAreas)
                .set(Commands.injected(area), Commands.injected(level), CurrentUser.name())));
  }
}
