package io.headgate.spi.noun;

import io.headgate.model.number.Fixed;
import io.headgate.model.position.Position;
import io.headgate.spi.limits.RightsUse;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.rules.RuleStatus;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Positions, limits, rights and rules. */
public final class BookNouns {

  /** Another node's part of a position. */
  public static final Noun<PositionShare> SHARE =
      Noun.<PositionShare>named("share", "shares", "Another node's part of a position")
          .text("node", "Whose part it is", PositionShare::node)
          .decimal("quantity", "Below 0 is short", s -> Fixed.format(s.quantity()))
          .decimal("realized", "Realised before fees", s -> Fixed.formatAmount(s.realized()))
          .decimal("fees", "Above 0 is paid", s -> Fixed.formatAmount(s.fees()))
          .integer("epoch", "Epoch of that node", PositionShare::epoch)
          .integer("sequence", "Version within the epoch", PositionShare::sequence)
          .build();

  /** One node's part of a position, with whose it is. */
  public static final Noun<PositionShare> HOLDING =
      Noun.<PositionShare>named("holding", "holdings", "One node's part of a position")
          .text("account", "Whose", s -> s.key().account())
          .column()
          .text("instrument", "In what, SYMBOL.VENUE", s -> s.key().instrument())
          .column()
          .text("node", "Which node's part it is", PositionShare::node)
          .column()
          .decimal("quantity", "Below 0 is short", s -> Fixed.format(s.quantity()))
          .unit("units of the instrument")
          .column()
          .decimal("realized", "Realised before fees", s -> Fixed.formatAmount(s.realized()))
          .unit("currency of the account")
          .column()
          .decimal("fees", "Above 0 is paid", s -> Fixed.formatAmount(s.fees()))
          .unit("currency of the account")
          .column()
          .integer("epoch", "Epoch of that node", PositionShare::epoch)
          .column()
          .build();

  /** A position. */
  public static final Noun<PositionLine> POSITION =
      Noun.<PositionLine>named(
              "position", "positions", "A position: this node's part, the others', the firm's")
          .text("account", "Whose", p -> p.key().account())
          .column()
          .text("instrument", "In what, SYMBOL.VENUE", p -> p.key().instrument())
          .column()
          .decimal(
              "quantity",
              "This node's, below 0 is short; null where it never traded it",
              own(Position::quantity, Fixed::format))
          .unit("units of the instrument")
          .column()
          .decimal("avgPrice", "Average entry price", own(Position::avgPrice, Fixed::format))
          .unit("currency of the instrument")
          .column()
          .decimal("mark", "0 where there was no price yet", own(Position::mark, Fixed::format))
          .unit("currency of the instrument")
          .column()
          .decimal("realized", "Before fees", own(Position::realized, Fixed::formatAmount))
          .unit("currency of the account")
          .column()
          .decimal("unrealized", "At the mark", own(Position::unrealized, Fixed::formatAmount))
          .unit("currency of the account")
          .column()
          .decimal("fees", "Above 0 is paid", own(Position::fees, Fixed::formatAmount))
          .unit("currency of the account")
          .column()
          .decimal("net", "realized + unrealized - fees", own(Position::net, Fixed::formatAmount))
          .unit("currency of the account")
          .column()
          .optionalInteger(
              "fills",
              "Distinct trades of this node",
              p -> p.own() == null ? null : p.own().fills())
          .decimal(
              "firmQuantity",
              "Of all nodes; null while the shared state is not running",
              p -> format(p.firmQuantity(), Fixed::format))
          .unit("units of the instrument")
          .column()
          .decimal(
              "firmRealized", "Of all nodes", p -> format(p.firmRealized(), Fixed::formatAmount))
          .unit("currency of the account")
          .decimal("firmFees", "Of all nodes", p -> format(p.firmFees(), Fixed::formatAmount))
          .unit("currency of the account")
          .nestedAll(
              "shares", "Parts of the other nodes, as last heard", SHARE, PositionLine::others)
          .build();

  /** One row of a limit file. */
  public static final Noun<LimitLine> LIMIT =
      Noun.<LimitLine>named("limit", "limits", "One row of a limit file")
          .text("who", "firm, account=NAME, trader=NAME or strategy=NAME", l -> l.row().who())
          .column()
          .text(
              "what", "*, instrument=SYMBOL.VENUE, symbol=NAME or sector=NAME", l -> l.row().what())
          .column()
          .text("limit", "What is limited, such as max-order-qty", l -> l.row().kind().word())
          .column()
          .decimal("value", "How much", l -> l.row().kind().unit().format(l.row().value()))
          .unit("see unit")
          .column()
          .text("unit", "Unit of the value", l -> l.row().kind().unit().word())
          .column()
          .text("severity", "WARN or BLOCK", l -> l.row().severity())
          .column()
          .time("effectiveFrom", "Inclusive; null for always", l -> l.row().effectiveFrom())
          .time("effectiveTo", "Exclusive; null for ever", l -> l.row().effectiveTo())
          .text("owner", "Who answers for it", l -> l.row().owner())
          .column()
          .text("basis", "Article, contract or decision that it rests on", l -> l.row().basis())
          .text("source", "File and line", l -> l.row().source())
          .column()
          .text(
              "unknown",
              "Names in who and what that are none of this node's accounts, strategies and"
                  + " instruments, with the nearest that is; empty where all are; no fault, but"
                  + " maybe a slip of the pen",
              LimitLine::unknown)
          .column()
          .build();

  /** All limits with what is wrong. */
  public static final Noun<LimitBook> LIMIT_SET =
      Noun.<LimitBook>named(
              "limitSet", "limitSets", "The limits in force, and what is wrong with the files")
          .text("hash", "Hash of the rows in force; empty if there are none", LimitBook::hash)
          .column()
          .nestedAll("limits", "The rows", LIMIT, LimitBook::lines)
          .column()
          .texts("faults", "Why the files as they are now could not be loaded", LimitBook::faults)
          .column()
          .texts("notices", "Rows with unknown names, each with file and line", LimitBook::notices)
          .column()
          .build();

  /** What one scope uses of its rights. */
  public static final Noun<RightsUse> RIGHT =
      Noun.<RightsUse>named(
              "right", "rights", "What one scope uses of this node's part of a position limit")
          .text("who", "firm, account=NAME, trader=NAME or strategy=NAME", RightsUse::who)
          .column()
          .text("instrument", "SYMBOL.VENUE", RightsUse::instrument)
          .column()
          .text("limit", "max-long-position or max-short-position", u -> u.kind().word())
          .column()
          .decimal("used", "Position and open orders together", u -> Fixed.format(u.used()))
          .unit("units of the instrument")
          .column()
          .decimal("part", "This node's part of the limit", u -> Fixed.format(u.part()))
          .unit("units of the instrument")
          .column()
          .decimal("left", "What can still be granted, at least 0", u -> Fixed.format(u.left()))
          .unit("units of the instrument")
          .column()
          .build();

  /** A rule that serves. */
  public static final Noun<RuleStatus.RuleInfo> RULE =
      Noun.<RuleStatus.RuleInfo>named("rule", "rules", "A rule that serves")
          .text("name", "Its name, unique in the set", RuleStatus.RuleInfo::name)
          .column()
          .text("policy", "Folder that it stands in", RuleStatus.RuleInfo::policy)
          .column()
          .text("source", "File and line", RuleStatus.RuleInfo::source)
          .column()
          .text("gear", "STRAIGHT or SESSION", RuleStatus.RuleInfo::gear)
          .column()
          .text("note", "Why it is not in the fast gear", RuleStatus.RuleInfo::note)
          .column()
          .integer(
              "nearMisses",
              "Orders since the set began to serve to which it did not apply by one condition"
                  + " alone, whose value stood within a twentieth of its limit, where no rule of its"
                  + " policy blocked",
              RuleStatus.RuleInfo::nearMisses)
          .column()
          .build();

  /** What is wrong with a rule file. */
  public static final Noun<RuleStatus.Fault> RULE_FAULT =
      Noun.<RuleStatus.Fault>named("ruleFault", "ruleFaults", "What is wrong with a rule file")
          .text("file", "Path below the rules folder", RuleStatus.Fault::file)
          .integer("line", "From 1; 0 where it concerns the whole file", RuleStatus.Fault::line)
          .text(
              "message",
              "What was found, what was expected, the next step",
              RuleStatus.Fault::message)
          .build();

  /** The rules that serve. */
  public static final Noun<RuleStatus> RULE_SET =
      Noun.<RuleStatus>named(
              "ruleSet", "ruleSets", "The rules that serve, and what is wrong with the files")
          .text("hash", "Hash over the files; empty if none serves", RuleStatus::hash)
          .column()
          .integer("generation", "Sets that have served since the start", RuleStatus::generation)
          .column()
          .time("activated", "When it began to serve", RuleStatus::activated)
          .column()
          .nestedAll("rules", "In the order in which they are evaluated", RULE, RuleStatus::rules)
          .column()
          .nestedAll(
              "faults",
              "Why the files as they are now were refused; empty if they serve",
              RULE_FAULT,
              RuleStatus::faults)
          .column()
          .build();

  /**
   * Positions of the node with what is known of the others.
   *
   * @param shared whether other nodes' parts are in
   * @param nodes nodes that are connected now
   * @param lines the positions
   */
  public record PositionBook(boolean shared, List<String> nodes, List<PositionLine> lines) {
    public PositionBook {
      nodes = List.copyOf(nodes);
      lines = List.copyOf(lines);
    }
  }

  /** All positions. */
  public static final Noun<PositionBook> POSITION_BOOK =
      Noun.<PositionBook>named("positionBook", "positionBooks", "All positions, and who is in them")
          .flag("shared", "Whether other nodes' parts are in", PositionBook::shared)
          .texts("nodes", "Nodes that are connected now", PositionBook::nodes)
          .nestedAll("positions", "By account and instrument", POSITION, PositionBook::lines)
          .build();

  private BookNouns() {}

  private static Function<PositionLine, @Nullable String> own(
      ToLongFunction<Position> read, Function<Long, String> format) {
    return line -> line.own() == null ? null : format.apply(read.applyAsLong(line.own()));
  }

  private static @Nullable String format(@Nullable Long value, Function<Long, String> format) {
    return value == null ? null : format.apply(value);
  }
}
