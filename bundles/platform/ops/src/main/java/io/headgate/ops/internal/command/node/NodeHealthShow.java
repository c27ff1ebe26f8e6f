package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows how each part of the node is, and why. */
@Service
@Command(
    scope = "node",
    name = "health",
    description = "Shows how each part of the node is, and why")
public final class NodeHealthShow extends ListCommand {

  @Reference private @Nullable List<HealthCheck> checks;

  @Override
  protected Listing listing() {
    Map<String, Health> parts = new TreeMap<>();
    for (HealthCheck check : Commands.injected(checks)) {
      parts.put(check.name(), check.check());
    }
    return Running.health(parts);
  }
}
