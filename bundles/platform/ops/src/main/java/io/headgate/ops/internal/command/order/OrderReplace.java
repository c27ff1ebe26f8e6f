package io.headgate.ops.internal.command.order;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
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

/** Changes quantity and price of an open order. */
@Service
@Command(
    scope = "order",
    name = "replace",
    description = "Changes quantity and price of an open order",
    detailedDescription = "classpath:/man/order-replace.txt")
public final class OrderReplace extends OutcomeCommand {

  @Argument(index = 0, name = "account", description = "Account", required = true)
  @Completion(AccountCompleter.class)
  private @Nullable String account;

  @Argument(index = 1, name = "id", description = "ClOrdID", required = true)
  @Completion(OrderCompleter.class)
  private @Nullable String id;

  @Argument(index = 2, name = "quantity", description = "New total quantity", required = true)
  private @Nullable String quantity;

  @Argument(index = 3, name = "price", description = "New limit price", required = true)
  private @Nullable String price;

  @Override
  protected OrderIntent intent() {
    return new ReplaceOrder(
        Originator.trader(Commands.injected(account), CurrentUser.name()),
        "",
        Commands.id(id),
        Fixed.parse(Commands.injected(quantity)),
        Fixed.parse(Commands.injected(price)));
  }
}
