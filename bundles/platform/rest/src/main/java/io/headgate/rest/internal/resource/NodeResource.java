package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.json.Times;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.view.NodeView;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalStatus;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.time.Clock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who the node is and what it has done. */
@Path("/node")
@Produces(MediaType.APPLICATION_JSON)
public final class NodeResource {

  private final Platform platform;

  /** This node. */
  public NodeResource(Platform platform) {
    this.platform = platform;
  }

  @GET
  @Operation(
      operationId = "getNode",
      summary = "Who the node is and what it has done since its start",
      description = "What belongs to a part that is not running is absent.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NodeView.class)))
  public NodeView get() {
    NodeInfo node = platform.node.get();
    Clock clock = platform.clock.orNull();
    TradingControl control = platform.control.orNull();
    SharedPositions shared = platform.shared.orNull();
    EngineMonitor monitor = platform.monitor.orNull();
    return new NodeView(
        node.id(),
        node.version(),
        node.mode(),
        clock == null ? null : Times.iso(clock.epochNanos()),
        control == null ? null : control.state(),
        node.configuredNodes(),
        shared == null ? null : shared.members(),
        node.rearmsNeeded(),
        monitor == null ? null : NodeView.Counters.of(monitor.counters()),
        monitor == null ? null : NodeView.Latency.of(monitor.decisionLatency()),
        journal(platform.journal.orNull()));
  }

  private static NodeView.@Nullable JournalView journal(@Nullable Journal journal) {
    if (journal == null) {
      return null;
    }
    JournalStatus status = journal.status();
    return new NodeView.JournalView(
        status.records(), status.durable(), status.bytes(), status.failure());
  }
}
