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
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Takes an override back that was not used. */
@Service
@Command(
    scope = "override",
    name = "revoke",
    description = "Takes an override back that was not used",
    detailedDescription = "classpath:/man/override-revoke.txt")
public final class OverrideRevoke extends ListCommand {

  @Argument(name = "order", description = "ClOrdID of the denied order", required = true)
  private @Nullable String order;

  @Reference private @Nullable OrderOverrides orderOverrides;

  @Override
  protected Rows rows() {
    return InsightNouns.OVERRIDE.rows(
        List.of(Commands.injected(orderOverrides).revoke(Commands.id(order), CurrentUser.name())));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
