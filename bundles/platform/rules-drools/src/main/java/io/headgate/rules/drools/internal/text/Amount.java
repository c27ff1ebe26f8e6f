package io.headgate.rules.drools.internal.text;

import io.headgate.model.decision.Unit;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;

/** A number in a condition, with its unit. */
public sealed interface Amount {

  /** Unit in which it is counted. */
  Unit unit();

  /** Whether computing it can fail, because a result may not fit a long. */
  default boolean canFail() {
    return this instanceof Arithmetic || this instanceof Absolute;
  }

  /** How many signs of arithmetic it is made of. */
  default int operators() {
    return 0;
  }

  /** How many signs and functions are in one another. */
  default int levels() {
    return 0;
  }

  /**
   * A number of the order context.
   *
   * @param field which
   */
  record Field(ContextNumber field) implements Amount {
    @Override
    public Unit unit() {
      return field.unit();
    }
  }

  /**
   * A limit of the order context.
   *
   * @param kind which
   * @param warning the warning limit, not the blocking one
   */
  record Limit(LimitKind kind, boolean warning) implements Amount {
    @Override
    public Unit unit() {
      return kind.unit();
    }
  }

  /**
   * A number that stands in the file.
   *
   * @param value scaled
   * @param unit its unit, taken from what it is compared with
   */
  record Literal(long value, Unit unit) implements Amount {}

  /**
   * Exact arithmetic; a result that does not fit a long fails the rule.
   *
   * @param operator {@code +}, {@code -}, {@code *} or {@code /}
   * @param left gives the unit
   * @param right of the same unit for + and -; a whole factor or divisor for * and /
   */
  record Arithmetic(char operator, Amount left, Amount right) implements Amount {
    @Override
    public Unit unit() {
      return left.unit();
    }

    @Override
    public int operators() {
      return 1 + left.operators() + right.operators();
    }

    @Override
    public int levels() {
      return 1 + Math.max(left.levels(), right.levels());
    }
  }

  /**
   * The number without its sign.
   *
   * @param of of what
   */
  record Absolute(Amount of) implements Amount {
    @Override
    public Unit unit() {
      return of.unit();
    }

    @Override
    public int operators() {
      return of.operators();
    }

    @Override
    public int levels() {
      return 1 + of.levels();
    }
  }
}
