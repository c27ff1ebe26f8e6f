package io.headgate.rest.internal.view;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.spi.positions.PositionShare;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position: this node's own, each other node's, and the firm's. */
@Schema(name = "Position", description = "A position by node, and their sum")
public record PositionView(
    String account,
    String instrument,
    @Schema(description = "This node's, exact; absent where it never traded it") @Nullable Own own,
    @Schema(description = "Other nodes', as last heard") List<Share> others,
    @Schema(description = "Sum of all; absent while the shared state is not running")
        @Nullable Total firm) {

  /** This node's part. */
  @Schema(name = "OwnPosition")
  public record Own(
      @Schema(format = "decimal", description = "Below 0 is short") String quantity,
      @Schema(format = "decimal") String avgPrice,
      @Schema(format = "decimal", description = "Before fees, account's currency") String realized,
      @Schema(format = "decimal") String unrealized,
      @Schema(format = "decimal", description = "Above 0 is paid") String fees,
      @Schema(format = "decimal", description = "realized + unrealized - fees") String net,
      @Schema(format = "decimal", description = "0 where there was no price yet") String mark,
      @Schema(description = "Distinct trades") long fills) {

    static Own of(Position position) {
      return new Own(
          Fixed.format(position.quantity()),
          Fixed.format(position.avgPrice()),
          Fixed.formatAmount(position.realized()),
          Fixed.formatAmount(position.unrealized()),
          Fixed.formatAmount(position.fees()),
          Fixed.formatAmount(position.net()),
          Fixed.format(position.mark()),
          position.fills());
    }
  }

  /** Another node's part. */
  @Schema(name = "PositionShare")
  public record Share(
      String node,
      @Schema(format = "decimal") String quantity,
      @Schema(format = "decimal") String realized,
      @Schema(format = "decimal") String fees,
      int epoch,
      @Schema(description = "Version within the epoch") long sequence) {

    static Share of(PositionShare share) {
      return new Share(
          share.node(),
          Fixed.format(share.quantity()),
          Fixed.formatAmount(share.realized()),
          Fixed.formatAmount(share.fees()),
          share.epoch(),
          share.sequence());
    }
  }

  /** The firm's. */
  @Schema(name = "FirmPosition")
  public record Total(
      @Schema(format = "decimal") String quantity,
      @Schema(format = "decimal") String realized,
      @Schema(format = "decimal") String fees) {}

  /** All positions. */
  @Schema(name = "Positions")
  public record Many(
      @Schema(description = "Whether other nodes' shares are in") boolean shared,
      @Schema(description = "Nodes that are connected now") List<String> nodes,
      List<PositionView> positions) {}
}
