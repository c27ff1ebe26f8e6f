package io.headgate.rules.drools.internal.check;

import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.TextOperand;
import io.headgate.spi.rules.ContextText;
import java.util.SplittableRandom;

/** Bends an order towards a condition: mostly so that it holds, now and then just beside it. */
final class Aim {

  private final SplittableRandom random;
  private final Draft draft;

  Aim(SplittableRandom random, Draft draft) {
    this.random = random;
    this.draft = draft;
  }

  void at(Condition condition) {
    if (condition instanceof Condition.And and) {
      and.parts().forEach(this::at);
    } else if (condition instanceof Condition.Or or) {
      at(or.parts().get(random.nextInt(or.parts().size())));
    } else if (condition instanceof Condition.TextIs is) {
      text(is);
    } else if (condition instanceof Condition.Flag flag) {
      if (flag.property().equals("buy")) {
        draft.set(ContextText.SIDE, flag.expected() ? "BUY" : "SELL");
      } else {
        draft.set(ContextText.REQUEST, flag.expected() ? "REPLACE" : "NEW");
      }
    } else if (condition instanceof Condition.Compare compare) {
      compare(compare);
    } else if (condition instanceof Condition.Limited limited) {
      long value = limited.expected() ? 1_000_000_000L : limited.kind().absent();
      draft.set(limited.kind(), limited.warning(), value);
    } else if (condition instanceof Condition.MultipleOf multiple) {
      long step = Math.max(1, Math.abs(known(multiple.step()) % 1_000_000));
      set(multiple.step(), step);
      set(multiple.value(), step * random.nextInt(5) + (multiple.expected() ? 0 : 1));
    }
  }

  private void text(Condition.TextIs is) {
    if (is.left() instanceof TextOperand.Field left) {
      String other = is.right() instanceof TextOperand.Literal literal ? literal.text() : "SAME";
      draft.set(left.field(), is.equal() ? other : other + "?");
      if (is.right() instanceof TextOperand.Field right) {
        draft.set(right.field(), other);
      }
    }
  }

  private void compare(Condition.Compare compare) {
    boolean limited = compare.right() instanceof Amount.Limit;
    if (limited && Math.abs(known(compare.right())) > Long.MAX_VALUE / 2) {
      set(compare.right(), random.nextLong(1_000_000_000L));
    }
    boolean bendRight = !isSettable(compare.left()) || compare.left() instanceof Amount.Limit;
    Amount bent = bendRight && isSettable(compare.right()) ? compare.right() : compare.left();
    Amount fixed = bent.equals(compare.left()) ? compare.right() : compare.left();
    long direction =
        switch (compare.relation()) {
          case LESS, LESS_OR_EQUAL -> -1;
          case GREATER, GREATER_OR_EQUAL, NOT_EQUAL -> 1;
          case EQUAL -> 0;
        };
    if (!bent.equals(compare.left())) {
      direction = -direction;
    }
    long distance = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextLong(1_000_000_000L);
    set(bent, known(fixed) + direction * distance);
  }

  private static boolean isSettable(Amount amount) {
    return amount instanceof Amount.Field || amount instanceof Amount.Limit;
  }

  private void set(Amount amount, long value) {
    if (amount instanceof Amount.Field field) {
      draft.set(field.field(), value);
    } else if (amount instanceof Amount.Limit limit) {
      draft.set(limit.kind(), limit.warning(), value);
    } else if (amount instanceof Amount.Absolute absolute) {
      set(absolute.of(), random.nextBoolean() ? value : -value);
    } else if (amount instanceof Amount.Arithmetic arithmetic) {
      long other = known(arithmetic.right());
      switch (arithmetic.operator()) {
        case '+' -> set(arithmetic.left(), value - other);
        case '-' -> set(arithmetic.left(), value + other);
        case '*' -> set(arithmetic.left(), value / Math.max(1, other) + 1);
        default -> set(arithmetic.left(), value * other);
      }
    }
  }

  /** What an amount is in the draft; near enough for aiming. */
  private long known(Amount amount) {
    if (amount instanceof Amount.Field field) {
      return draft.get(field.field());
    }
    if (amount instanceof Amount.Limit limit) {
      return draft.get(limit.kind(), limit.warning());
    }
    if (amount instanceof Amount.Literal literal) {
      return literal.value();
    }
    if (amount instanceof Amount.Absolute absolute) {
      return Math.abs(known(absolute.of()));
    }
    Amount.Arithmetic arithmetic = (Amount.Arithmetic) amount;
    long left = known(arithmetic.left());
    long right = known(arithmetic.right());
    return switch (arithmetic.operator()) {
      case '+' -> left + right;
      case '-' -> left - right;
      case '*' -> left * right;
      default -> left / Math.max(1, right);
    };
  }
}
