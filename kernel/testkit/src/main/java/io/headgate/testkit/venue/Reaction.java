package io.headgate.testkit.venue;

import io.headgate.model.order.OrderCommand;
import java.util.Random;

/** What the simulated venue does when a command reaches it. */
@FunctionalInterface
public interface Reaction {

  /** Takes the command and says nothing: the test speaks for the venue. */
  Reaction SILENT = (venue, command) -> {};

  /** Accepts every order, replace and cancel. */
  Reaction ACKNOWLEDGE =
      (venue, command) -> {
        if (command instanceof OrderCommand.Send send) {
          venue.accept(send.clOrdId());
        } else if (command instanceof OrderCommand.Replace replace) {
          venue.replace(replace.clOrdId());
        } else {
          venue.cancel(command.clOrdId());
        }
      };

  /** Accepts everything and fills limit orders whole at their price, market orders at the quote. */
  Reaction FILL =
      (venue, command) -> {
        ACKNOWLEDGE.react(venue, command);
        venue.fillRest(command.clOrdId());
      };

  /** Refuses everything. */
  Reaction REJECT =
      (venue, command) -> {
        if (command instanceof OrderCommand.Send) {
          venue.reject(command.clOrdId(), "refused by the script");
        } else {
          venue.refuseChange(command.clOrdId(), "refused by the script");
        }
      };

  /** Runs when a command has arrived. */
  void react(VenueSimulator venue, OrderCommand command);

  /**
   * Refuses some, leaves some unanswered, fills some in parts, some whole, some never.
   *
   * @param seed the same seed reacts the same way
   */
  static Reaction seeded(long seed) {
    Random random = new Random(seed);
    return (venue, command) -> {
      int dice = random.nextInt(10);
      if (dice == 0) {
        REJECT.react(venue, command);
        return;
      }
      ACKNOWLEDGE.react(venue, command);
      long leaves = venue.leavesQty(command.clOrdId());
      if (dice < 4 && leaves > 1) {
        venue.fill(command.clOrdId(), 1 + (long) (random.nextDouble() * (leaves - 1)), 0);
      } else if (dice < 8) {
        venue.fillRest(command.clOrdId());
      }
    };
  }
}
