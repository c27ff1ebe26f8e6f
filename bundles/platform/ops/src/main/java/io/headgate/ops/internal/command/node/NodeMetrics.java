package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.monitor.EngineMonitor;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows counters and latencies of the order path. */
@Service
@Command(
    scope = "node",
    name = "metrics",
    description = "Shows counters and latencies of the order path")
public final class NodeMetrics extends ListCommand {

  @Reference private @Nullable EngineMonitor engineMonitor;

  @Override
  protected Listing listing() throws Exception {
    EngineMonitor monitor = Commands.injected(engineMonitor);
    return Running.metrics(monitor.counters(), monitor.decisionLatency());
  }
}
