package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.support.SupportBundle;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Writes one zip file for a bug report, without secrets. */
@Service
@Command(
    scope = "node",
    name = "support-bundle",
    description = "Writes one zip file for a bug report, without secrets",
    detailedDescription = "classpath:/man/node-support-bundle.txt")
public final class NodeSupportBundle implements Action {

  @Option(name = "--with-orders", description = "Orders, decisions, positions and rights too")
  private boolean withOrders;

  @Reference private @Nullable SupportBundle supportBundle;

  @Reference private @Nullable Session session;

  @Override
  public @Nullable Object execute() throws Exception {
    Commands.injected(session)
        .getConsole()
        .println(Commands.injected(supportBundle).write(withOrders));
    return null;
  }
}
