package io.headgate.rules.drools.internal.text;

import io.headgate.spi.limits.LimitKind;
import java.util.List;

/** When a rule applies. Negations are pushed down to the leaves. */
public sealed interface Condition {

  /** The opposite. */
  Condition negated();

  /** Whether evaluating it can fail, because a number may outgrow its range. */
  default boolean canFail() {
    return false;
  }

  /** How many comparisons and signs of arithmetic it is made of. */
  default int size() {
    return 1;
  }

  /** How many parentheses, signs and functions are in one another. */
  default int levels() {
    return 0;
  }

  /**
   * All of them; always true if there are none.
   *
   * @param parts evaluated in this order, up to the first that is false
   */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean canFail() {
      return parts.stream().anyMatch(Condition::canFail);
    }

    @Override
    public int size() {
      return parts.stream().mapToInt(Condition::size).sum();
    }

    @Override
    public int levels() {
      return 1 + parts.stream().mapToInt(Condition::levels).max().orElse(0);
    }

    @Override
    public Condition negated() {
      return new Or(parts.stream().map(Condition::negated).toList());
    }
  }

  /**
   * At least one of them.
   *
   * @param parts evaluated in this order, up to the first that is true
   */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean canFail() {
      return parts.stream().anyMatch(Condition::canFail);
    }

    @Override
    public int size() {
      return parts.stream().mapToInt(Condition::size).sum();
    }

    @Override
    public int levels() {
      return 1 + parts.stream().mapToInt(Condition::levels).max().orElse(0);
    }

    @Override
    public Condition negated() {
      return new And(parts.stream().map(Condition::negated).toList());
    }
  }

  /**
   * Two numbers of the same unit compared.
   *
   * @param left left
   * @param relation how
   * @param right right
   */
  record Compare(Amount left, Relation relation, Amount right) implements Condition {
    @Override
    public boolean canFail() {
      return left.canFail() || right.canFail();
    }

    @Override
    public int size() {
      return 1 + left.operators() + right.operators();
    }

    @Override
    public int levels() {
      return 1 + Math.max(left.levels(), right.levels());
    }

    @Override
    public Condition negated() {
      return new Compare(left, relation.opposite(), right);
    }
  }

  /**
   * Two texts compared.
   *
   * @param left a field of the context
   * @param equal whether they must be equal or differ
   * @param right the other
   */
  record TextIs(TextOperand left, boolean equal, TextOperand right) implements Condition {
    @Override
    public Condition negated() {
      return new TextIs(left, !equal, right);
    }
  }

  /**
   * A yes or no of the order context.
   *
   * @param property {@code buy} or {@code replace}
   * @param expected what it must be
   */
  record Flag(String property, boolean expected) implements Condition {
    @Override
    public int levels() {
      return expected ? 0 : 1;
    }

    @Override
    public Condition negated() {
      return new Flag(property, !expected);
    }
  }

  /**
   * Whether a number is a whole multiple of a step; never of a step of zero or less.
   *
   * @param value the number
   * @param step the step
   * @param expected what it must be
   */
  record MultipleOf(Amount value, Amount step, boolean expected) implements Condition {
    @Override
    public boolean canFail() {
      return value.canFail() || step.canFail();
    }

    @Override
    public int size() {
      return 1 + value.operators() + step.operators();
    }

    @Override
    public int levels() {
      return (expected ? 1 : 2) + Math.max(value.levels(), step.levels());
    }

    @Override
    public Condition negated() {
      return new MultipleOf(value, step, !expected);
    }
  }

  /**
   * Whether any limit of a kind applies to the order.
   *
   * @param kind the kind
   * @param warning the warning limit, not the blocking one
   * @param expected what it must be
   */
  record Limited(LimitKind kind, boolean warning, boolean expected) implements Condition {
    @Override
    public int levels() {
      return 1;
    }

    @Override
    public Condition negated() {
      return new Limited(kind, warning, !expected);
    }
  }

  /** How two numbers are compared. */
  enum Relation {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL;

    /** True exactly where this is false. */
    public Relation opposite() {
      return switch (this) {
        case LESS -> GREATER_OR_EQUAL;
        case LESS_OR_EQUAL -> GREATER;
        case GREATER -> LESS_OR_EQUAL;
        case GREATER_OR_EQUAL -> LESS;
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
      };
    }
  }
}
