package io.headgate.ops.internal.command.order;

import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.AccountCompleter;
import io.headgate.ops.internal.completer.OrderCompleter;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Orders;
import io.headgate.spi.order.OrderEntry;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Cancels an open order. */
@Service
@Command(scope = "order", name = "cancel", description = "Cancels an open order")
public final class OrderCancel extends ListCommand {

  @Argument(index = 0, name = "account", description = "Account", required = true)
  @Completion(AccountCompleter.class)
  private @Nullable String account;

  @Argument(index = 1, name = "id", description = "ClOrdID", required = true)
  @Completion(OrderCompleter.class)
  private @Nullable String id;

  @Reference private @Nullable OrderEntry orderEntry;

  @Override
  protected Listing listing() throws Exception {
    OrderIntent intent =
        new CancelOrder(
            Originator.trader(Commands.injected(account), CurrentUser.name()), "", Commands.id(id));
    return Orders.outcome(Commands.submit(orderEntry, intent));
  }
}
