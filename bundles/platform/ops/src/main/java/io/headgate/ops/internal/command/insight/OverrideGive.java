package io.headgate.ops.internal.command.insight;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.override.OrderOverrides;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lets a denied order through once. */
@Service
@Command(
    scope = "override",
    name = "grant",
    description = "Lets an order that rules denied through once, when it is asked for again",
    detailedDescription = "classpath:/man/override-grant.txt")
public final class OverrideGive extends ListCommand {

  @Argument(index = 0, name = "order", description = "ClOrdID of the denied order", required = true)
  private @Nullable String order;

  @Argument(index = 1, name = "why", description = "Reason for the audit trail", required = true)
  private @Nullable String why;

  @Option(name = "--minutes", description = "How long it counts, 1 to 60")
  private int minutes = 10;

  @Reference private @Nullable OrderOverrides orderOverrides;

  @Override
  protected Rows rows() {
    return InsightNouns.OVERRIDE.rows(
        List.of(
            Commands.injected(orderOverrides)
                .grant(Commands.id(order), CurrentUser.name(), Commands.injected(why), minutes)));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
