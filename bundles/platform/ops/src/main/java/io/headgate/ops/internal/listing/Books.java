package io.headgate.ops.internal.listing;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.rules.RuleStatus;
import java.util.List;

/** Positions, limits and rules as rows. */
public final class Books {

  private Books() {}

  /** This node's positions, one a row. */
  public static Listing positions(List<Position> positions) {
    Listing listing =
        Listing.of(
            "account",
            "instrument",
            "quantity",
            "avgPrice",
            "mark",
            "realized",
            "unrealized",
            "fees",
            "net",
            "fills");
    for (Position position : positions) {
      listing.row(
          position.key().account(),
          position.key().instrument(),
          Fixed.format(position.quantity()),
          Fixed.format(position.avgPrice()),
          Fixed.format(position.mark()),
          Fixed.formatAmount(position.realized()),
          Fixed.formatAmount(position.unrealized()),
          Fixed.formatAmount(position.fees()),
          Fixed.formatAmount(position.net()),
          position.fills());
    }
    return listing;
  }

  /** The shares of all nodes, one a row. */
  public static Listing shares(List<PositionShare> shares) {
    Listing listing =
        Listing.of("account", "instrument", "node", "quantity", "realized", "fees", "epoch");
    for (PositionShare share : shares) {
      listing.row(
          share.key().account(),
          share.key().instrument(),
          share.node(),
          Fixed.format(share.quantity()),
          Fixed.formatAmount(share.realized()),
          Fixed.formatAmount(share.fees()),
          share.epoch());
    }
    return listing;
  }

  /** Limit rows, one a row. */
  public static Listing limits(List<LimitRow> rows) {
    Listing listing =
        Listing.of(
            "who", "what", "limit", "value", "unit", "severity", "from", "to", "owner", "source");
    for (LimitRow row : rows) {
      listing.row(
          row.who(),
          row.what(),
          row.kind().word(),
          row.kind().unit().format(row.value()),
          row.kind().unit().word(),
          row.severity(),
          Text.time(row.effectiveFrom()),
          Text.time(row.effectiveTo()),
          row.owner(),
          row.source());
    }
    return listing;
  }

  /** Rules that serve, one a row. */
  public static Listing rules(RuleStatus status) {
    Listing listing = Listing.of("rule", "policy", "gear", "source", "note");
    for (RuleStatus.RuleInfo rule : status.rules()) {
      listing.row(rule.name(), rule.policy(), rule.gear(), rule.source(), rule.note());
    }
    return listing;
  }

  /** What serves, and what is wrong with the files; one row each. */
  public static Listing ruleStatus(RuleStatus status) {
    Listing listing = Listing.of("what", "value");
    listing.row("serving", status.hash().isEmpty() ? "none: every order is denied" : status.hash());
    listing.row("generation", status.generation());
    listing.row("activated", Text.time(status.activated()));
    listing.row("rules", status.rules().size());
    status.faults().forEach(fault -> listing.row("refused", fault));
    return listing;
  }

  /** Faults of the limit files, one a row. */
  public static Listing failures(List<String> failures) {
    Listing listing = Listing.of("fault");
    failures.forEach(listing::row);
    return listing;
  }
}
