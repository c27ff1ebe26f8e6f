package io.headgate.ops.internal.command.insight;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Tables;
import io.headgate.spi.explain.Explanation;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Explains a decision, rule by rule. */
@Service
@Command(
    scope = "rule",
    name = "explain",
    description = "Explains a decision, rule by rule, from its record in the journal",
    detailedDescription = "classpath:/man/rule-explain.txt")
public final class RuleExplain extends ListCommand {

  @Argument(name = "id", description = "ClOrdID of the order or the replace", required = true)
  private @Nullable String id;

  @Reference private @Nullable RuleInsight ruleInsight;

  private @Nullable Explanation explanation;

  @Override
  protected Rows rows() {
    Explanation found = Commands.injected(ruleInsight).explain(Commands.id(id));
    explanation = found;
    return InsightNouns.EXPLANATION.rows(List.of(found));
  }

  @Override
  protected void print(PrintStream out, Rows rows) {
    Explanation found = Commands.injected(explanation);
    Tables.table(out, OrderNouns.DECISION.rows(List.of(found.decision())), "");
    if (!found.note().isEmpty()) {
      out.println(found.note());
    }
    if (found.findings().isEmpty()) {
      Tables.table(out, OrderNouns.VERDICT.rows(found.decision().verdicts()), "");
    } else {
      Tables.table(out, InsightNouns.FINDING.rows(found.findings()), "");
    }
  }
}
