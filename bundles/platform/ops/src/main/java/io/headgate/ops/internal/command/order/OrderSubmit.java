package io.headgate.ops.internal.command.order;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.OutcomeCommand;
import io.headgate.ops.internal.completer.AccountCompleter;
import io.headgate.ops.internal.completer.InstrumentCompleter;
import io.headgate.ops.internal.completer.SideCompleter;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Asks for a new order; it goes the one way, like every order. */
@Service
@Command(
    scope = "order",
    name = "submit",
    description = "Asks for a new order; it goes the one way, like every order",
    detailedDescription = "classpath:/man/order-submit.txt")
public final class OrderSubmit extends OutcomeCommand {

  @Argument(index = 0, name = "account", description = "Account", required = true)
  @Completion(AccountCompleter.class)
  private @Nullable String account;

  @Argument(index = 1, name = "instrument", description = "SYMBOL.VENUE", required = true)
  @Completion(InstrumentCompleter.class)
  private @Nullable String instrument;

  @Argument(index = 2, name = "side", description = "BUY or SELL", required = true)
  @Completion(SideCompleter.class)
  private @Nullable String side;

  @Argument(index = 3, name = "quantity", description = "Units, above 0", required = true)
  private @Nullable String quantity;

  @Argument(index = 4, name = "price", description = "Limit price; a market order without it")
  private @Nullable String price;

  @Option(name = "--tif", description = "DAY, GTC, IOC or FOK")
  private String timeInForce = "DAY";

  @Option(name = "--broker", description = "Connector; the instrument's venue decides without it")
  private @Nullable String broker;

  @Option(name = "--key", description = "Idempotency key: the same key gives the same order")
  private @Nullable String key;

  @Override
  protected OrderIntent intent() {
    long limitPrice = price == null ? 0 : Fixed.parse(price);
    return new NewOrder(
        Originator.trader(Commands.injected(account), CurrentUser.name()),
        key == null ? "" : key,
        InstrumentId.parse(Commands.injected(instrument)),
        Side.valueOf(Commands.injected(side).toUpperCase(Locale.ROOT)),
        price == null ? OrdType.MARKET : OrdType.LIMIT,
        Fixed.parse(Commands.injected(quantity)),
        limitPrice,
        TimeInForce.valueOf(timeInForce.toUpperCase(Locale.ROOT)),
        0,
        broker == null ? "" : broker);
  }
}
