package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.plugin.HealthReport;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows how each part of the node is, and why. */
@Service
@Command(
    scope = "node",
    name = "health",
    description = "Shows how each part of the node is, and why",
    detailedDescription = "classpath:/man/node-health.txt")
public final class NodeHealthShow extends NounList {

  @Reference private @Nullable HealthBoard healthBoard;

  /** Every part. */
  public NodeHealthShow() {
    super(NodeNouns.PART);
  }

  @Override
  protected void print(PrintStream out, Rows rows) {
    super.print(out, rows);
    HealthReport report = Commands.injected(healthBoard).report();
    out.println(
        "The node is %s and %s."
            .formatted(report.state(), report.ready() ? "ready" : "not ready: a part is down"));
  }
}
