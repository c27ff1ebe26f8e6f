package io.headgate.ops.internal.command.order;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.order.OrderQuery;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the latest decisions. */
@Service
@Command(
    scope = "decision",
    name = "list",
    description = "Lists the latest decisions",
    detailedDescription = "classpath:/man/decision-list.txt")
public final class DecisionList extends ListCommand {

  @Option(name = "--limit", description = "Rows at most, 1 to 1000")
  private int limit = 50;

  @Reference private @Nullable OrderQuery orderQuery;

  @Override
  protected Rows rows() throws Exception {
    return OrderNouns.DECISION.rows(
        Commands.injected(orderQuery).latestDecisions(Math.min(1_000, Math.max(1, limit))));
  }
}
