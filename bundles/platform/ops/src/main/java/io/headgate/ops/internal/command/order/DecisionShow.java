package io.headgate.ops.internal.command.order;

import io.headgate.model.decision.Decision;
import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.order.OrderQuery;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows one decision with every verdict. */
@Service
@Command(
    scope = "decision",
    name = "show",
    description = "Shows one decision with every verdict",
    detailedDescription = "classpath:/man/decision-show.txt")
public final class DecisionShow extends ListCommand {

  @Argument(name = "id", description = "ClOrdID", required = true)
  private @Nullable String id;

  @Reference private @Nullable OrderQuery orderQuery;

  @Override
  protected Rows rows() throws Exception {
    Decision decision = Commands.injected(orderQuery).decision(Commands.id(id));
    if (decision == null) {
      throw new IllegalArgumentException(
          "no decision '%s' in memory; decision:list shows the latest".formatted(id));
    }
    return OrderNouns.DECISION.rows(List.of(decision));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
