package io.headgate.ops.internal.command.order;

import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.OutcomeCommand;
import io.headgate.ops.internal.completer.AccountCompleter;
import io.headgate.ops.internal.completer.OrderCompleter;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Cancels an open order. */
@Service
@Command(
    scope = "order",
    name = "cancel",
    description = "Cancels an open order",
    detailedDescription = "classpath:/man/order-cancel.txt")
public final class OrderCancel extends OutcomeCommand {

  @Argument(index = 0, name = "account", description = "Account", required = true)
  @Completion(AccountCompleter.class)
  private @Nullable String account;

  @Argument(index = 1, name = "id", description = "ClOrdID", required = true)
  @Completion(OrderCompleter.class)
  private @Nullable String id;

  @Override
  protected OrderIntent intent() {
    return new CancelOrder(
        Originator.trader(Commands.injected(account), CurrentUser.name()), "", Commands.id(id));
  }
}
