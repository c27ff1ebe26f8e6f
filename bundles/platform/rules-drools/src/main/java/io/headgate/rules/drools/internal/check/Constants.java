package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.TextOperand;
import io.headgate.spi.rules.ContextText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The constants that rules compare with: where they change their mind. */
final class Constants {

  private final Map<ContextText, List<String>> texts = new EnumMap<>(ContextText.class);
  private final Map<Unit, List<Long>> numbers = new EnumMap<>(Unit.class);

  private Constants() {}

  static Constants of(List<PlacedRule> rules) {
    Constants constants = new Constants();
    rules.forEach(rule -> constants.add(rule.tree().when()));
    return constants;
  }

  List<String> texts(ContextText field) {
    return texts.getOrDefault(field, List.of());
  }

  List<Long> numbers(Unit unit) {
    return numbers.getOrDefault(unit, List.of());
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.And and) {
      and.parts().forEach(this::add);
    } else if (condition instanceof Condition.Or or) {
      or.parts().forEach(this::add);
    } else if (condition instanceof Condition.Compare compare) {
      add(compare.left());
      add(compare.right());
    } else if (condition instanceof Condition.TextIs is
        && is.left() instanceof TextOperand.Field field
        && is.right() instanceof TextOperand.Literal literal) {
      texts.computeIfAbsent(field.field(), f -> new ArrayList<>()).add(literal.text());
    }
  }

  private void add(Amount amount) {
    if (amount instanceof Amount.Literal literal) {
      numbers.computeIfAbsent(literal.unit(), u -> new ArrayList<>()).add(literal.value());
    } else if (amount instanceof Amount.Arithmetic arithmetic) {
      add(arithmetic.left());
      add(arithmetic.right());
    } else if (amount instanceof Amount.Absolute absolute) {
      add(absolute.of());
    }
  }
}
