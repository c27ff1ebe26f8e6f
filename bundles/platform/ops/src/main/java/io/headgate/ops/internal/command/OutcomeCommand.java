package io.headgate.ops.internal.command;

import io.headgate.model.decision.Decision;
import io.headgate.model.order.OrderIntent;
import io.headgate.ops.internal.listing.Tables;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.order.OrderEntry;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** Asks for something that is decided on, waits for the durable decision and prints it. */
public abstract class OutcomeCommand extends ListCommand {

  @Reference private @Nullable OrderEntry orderEntry;

  private @Nullable Decision decision;

  /** What is asked for. */
  protected abstract OrderIntent intent();

  @Override
  protected final Rows rows() throws Exception {
    Decision taken = Commands.submit(orderEntry, intent());
    decision = taken;
    return OrderNouns.DECISION.rows(List.of(taken));
  }

  @Override
  protected final void print(PrintStream out, Rows rows) {
    super.print(out, rows);
    if (decision != null && !decision.verdicts().isEmpty()) {
      Tables.table(out, OrderNouns.VERDICT.rows(decision.verdicts()), "");
    }
  }
}
