package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the nodes of the firm with the rules and limits that each has. */
@Service
@Command(
    scope = "rule",
    name = "nodes",
    description = "Lists the nodes with the rules and limits that each judges by",
    detailedDescription = "classpath:/man/rule-nodes.txt")
public final class RuleNodes extends NounList {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int SHOWN = 12;

  /** Every node. */
  public RuleNodes() {
    super(CandidateNouns.RULE_NODE);
  }

  /** As many digits of a hash as alarms show: two whole ones leave no room on a line. */
  @Override
  protected void print(PrintStream out, Rows rows) {
    super.print(
        out, new Rows(rows.noun(), rows.rows().stream().map(RuleNodes::shortened).toList()));
  }

  private static Row shortened(Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : row.values()) {
      values.add(
          value instanceof String text && HASH.matcher(text).matches()
              ? text.substring(0, SHOWN)
              : value);
    }
    return new Row(row.noun(), values);
  }
}
