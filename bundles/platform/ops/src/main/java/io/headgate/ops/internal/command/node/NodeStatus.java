package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalStatus;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.positions.SharedPositions;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows who this node is and how it runs. */
@Service
@Command(scope = "node", name = "status", description = "Shows who this node is and how it runs")
public final class NodeStatus extends ListCommand {

  @Reference private @Nullable NodeInfo node;
  @Reference private @Nullable TradingControl control;
  @Reference private @Nullable Journal journal;

  @Reference(optional = true)
  private @Nullable SharedPositions shared;

  @Override
  protected Listing listing() {
    NodeInfo info = Commands.injected(node);
    JournalStatus log = Commands.injected(journal).status();
    Listing listing = Listing.of("what", "value");
    listing.row("node", info.id());
    listing.row("version", info.version());
    listing.row("mode", info.mode());
    listing.row("trading", Commands.injected(control).state());
    listing.row("configuredNodes", info.configuredNodes());
    listing.row("members", shared == null ? info.id() : String.join(" ", shared.members()));
    listing.row("journal", log.folder());
    listing.row("journalRecords", log.records());
    listing.row("journalDurable", log.durable());
    listing.row("journalBytes", log.bytes());
    listing.row("journalFailure", log.failure());
    return listing;
  }
}
