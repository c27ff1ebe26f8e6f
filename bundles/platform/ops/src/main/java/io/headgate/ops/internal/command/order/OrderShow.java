package io.headgate.ops.internal.command.order;

import io.headgate.model.order.Order;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.OrderCompleter;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Rows;
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
@Command(
    scope = "order",
    name = "show",
    description = "Shows one order",
    detailedDescription = "classpath:/man/order-show.txt")
public final class OrderShow extends ListCommand {

  @Argument(name = "id", description = "ClOrdID", required = true)
  @Completion(OrderCompleter.class)
  private @Nullable String id;

  @Reference private @Nullable OrderQuery orderQuery;

  @Override
  protected Rows rows() throws Exception {
    Order order = Commands.injected(orderQuery).order(Commands.id(id));
    if (order == null) {
      throw new IllegalArgumentException(
          "no order '%s' in memory; order:list --all shows the latest".formatted(id));
    }
    return OrderNouns.ORDER.rows(List.of(order));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
