package io.headgate.ops.internal.command.order;

import io.headgate.model.order.Order;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.OrderCompleter;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Orders;
import io.headgate.spi.order.OrderQuery;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows one order. */
@Service
@Command(scope = "order", name = "show", description = "Shows one order")
public final class OrderShow extends ListCommand {

  @Argument(name = "id", description = "ClOrdID", required = true)
  @Completion(OrderCompleter.class)
  private @Nullable String id;

  @Reference private @Nullable OrderQuery orderQuery;

  @Override
  protected Listing listing() throws Exception {
    Order order = Commands.injected(orderQuery).order(Commands.id(id));
    if (order == null) {
      throw new IllegalArgumentException(
          "no order '%s' in memory; order:list --all shows the latest".formatted(id));
    }
    return Orders.orders(List.of(order));
  }
}
