package io.headgate.ops.internal.command.insight;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Tables;
import io.headgate.spi.explain.RuleCosts;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Measures what each rule costs. */
@Service
@Command(
    scope = "rule",
    name = "cost",
    description = "Measures what each rule that serves costs, beside the orders",
    detailedDescription = "classpath:/man/rule-cost.txt")
public final class RuleCostShow extends ListCommand {

  @Reference private @Nullable RuleInsight ruleInsight;

  private @Nullable RuleCosts costs;

  @Override
  protected Rows rows() {
    RuleCosts measured = Commands.injected(ruleInsight).costs();
    costs = measured;
    return InsightNouns.COSTS.rows(List.of(measured));
  }

  @Override
  protected void print(PrintStream out, Rows rows) {
    RuleCosts measured = Commands.injected(costs);
    Tables.table(out, InsightNouns.RULE_COST.rows(measured.rules()), "");
    out.printf(
        Locale.ROOT,
        "One order in all %d rules together: %.0f ns%n",
        measured.rules().size(),
        measured.nanosPerOrder());
  }
}
