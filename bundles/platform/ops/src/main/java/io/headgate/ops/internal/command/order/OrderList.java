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

/** Lists open orders, or the latest of all. */
@Service
@Command(
    scope = "order",
    name = "list",
    description = "Lists open orders, or the latest of all",
    detailedDescription = "classpath:/man/order-list.txt")
public final class OrderList extends ListCommand {

  @Option(name = "--all", description = "Ended and denied orders too, newest first")
  private boolean all;

  @Option(name = "--limit", description = "Rows at most, 1 to 1000")
  private int limit = 50;

  @Reference private @Nullable OrderQuery orderQuery;

  @Override
  protected Rows rows() throws Exception {
    OrderQuery query = Commands.injected(orderQuery);
    return OrderNouns.ORDER.rows(
        all ? query.latestOrders(Math.min(1_000, Math.max(1, limit))) : query.openOrders());
  }
}
