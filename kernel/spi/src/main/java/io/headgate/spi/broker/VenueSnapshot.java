package io.headgate.spi.broker;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.position.PositionKey;
import java.util.Map;

/**
 * What the venue holds for us, at one moment.
 *
 * @param positions signed quantity by account and instrument, nine decimals; flat ones left out
 * @param openOrders LeavesQty of each live order by its latest accepted ClOrdID, nine decimals
 */
public record VenueSnapshot(Map<PositionKey, Long> positions, Map<ClOrdId, Long> openOrders) {

  public VenueSnapshot {
    positions = Map.copyOf(positions);
    openOrders = Map.copyOf(openOrders);
  }
}
