package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the plug-ins of every kind. */
@Service
@Command(
    scope = "plugin",
    name = "list",
    description = "Lists the plug-ins of every kind",
    detailedDescription = "classpath:/man/plugin-list.txt")
public final class PluginList extends NounList {

  /** Every plugin. */
  public PluginList() {
    super(FlowNouns.PLUGIN);
  }
}
