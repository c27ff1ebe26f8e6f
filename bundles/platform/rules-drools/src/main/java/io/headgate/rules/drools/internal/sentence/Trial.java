package io.headgate.rules.drools.internal.sentence;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.sentence.Entry.Scope;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an entry can become part of a rule at all, by filling its slots in many ways:
 * so a dictionary that means harm, or nothing, is refused at its own line and not where it is used.
 */
final class Trial {

  private static final String THEN = "then $o.block(\"A_B\", 1, 1, Unit.QTY); end";
  private static final List<String> TEXTS =
      List.of("QTY_MAX", "BUY", "LIMIT", "DAY", "EQUITY", "NEW");

  /** One of each sort: what may be beside a number is decided by its unit alone. */
  private static final List<String> PROPERTIES = properties();

  private static final LimitKind[] KINDS = kinds();

  private final Entry entry;
  private @Nullable Refused first;
  private long words;

  Trial(Entry entry) {
    this.entry = entry;
  }

  private static List<String> properties() {
    List<String> properties = new ArrayList<>(List.of("quantity", "account"));
    Set<String> sorts = new HashSet<>();
    Vocabulary.AMOUNTS.forEach(
        (property, amount) -> {
          if (sorts.add(amount.unit() + " " + amount.getClass())) {
            properties.add(property);
          }
        });
    properties.addAll(Vocabulary.TEXTS.keySet());
    return List.copyOf(properties);
  }

  private static LimitKind[] kinds() {
    Map<Unit, LimitKind> kinds = new EnumMap<>(Unit.class);
    for (LimitKind kind : LimitKind.values()) {
      kinds.putIfAbsent(kind.unit(), kind);
    }
    return kinds.values().toArray(new LimitKind[0]);
  }

  /**
   * @return how many words were read for it
   * @throws Refused if nothing makes a rule of it
   */
  long check() throws Refused {
    for (String property : PROPERTIES) {
      for (boolean numbers : new boolean[] {false, true}) {
        if (works(property, numbers)) {
          return words;
        }
      }
      if (entry.slots().isEmpty()) {
        break;
      }
    }
    throw new Refused(
        entry.line(),
        "found an entry that can never be part of a rule: "
            + (first == null ? entry.shown() : first.reason()));
  }

  /** Tries one value of the order in every slot, or in the first, with numbers in the others. */
  private boolean works(String property, boolean numbers) {
    for (String text : uses(Slot.TEXT) ? TEXTS : List.of("")) {
      for (LimitKind kind : uses(Slot.LIMIT) ? KINDS : new LimitKind[] {null}) {
        if (parses(filled(property, numbers, text, kind))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean uses(Slot slot) {
    return entry.slots().values().stream().anyMatch(slots -> slots.contains(slot));
  }

  private Map<String, Capture> filled(
      String property, boolean numbers, String text, @Nullable LimitKind kind) {
    Map<String, Capture> captures = new HashMap<>();
    entry
        .slots()
        .forEach(
            (name, slots) -> {
              if (slots.contains(Slot.TEXT) || slots.contains(Slot.LIST)) {
                captures.put(name, new Capture.Texts(List.of(text.isEmpty() ? "BUY" : text)));
              } else if (slots.contains(Slot.LIMIT) && kind != null) {
                captures.put(name, new Capture.Value(Vocabulary.property(kind, false)));
              } else if (numbers && !captures.isEmpty() && slots.equals(Set.of(Slot.AMOUNT))) {
                captures.put(name, new Capture.Digits("1", null));
              } else {
                captures.put(name, new Capture.Value(property));
              }
            });
    return captures;
  }

  private boolean parses(Map<String, Capture> captures) {
    try {
      List<Token> tokens = entry.tokens(captures, entry.line());
      boolean pattern = tokens.size() > 1 && tokens.get(1).is(":");
      List<Token> rule = new ArrayList<>();
      if (entry.scope() == Scope.CONSEQUENCE) {
        surround(rule, "rule t when $o : OrderContext() then", tokens, "end");
      } else if (pattern) {
        surround(rule, "rule t when", tokens, THEN);
      } else {
        surround(rule, "rule t when $o : OrderContext(", tokens, ") " + THEN);
      }
      words += rule.size();
      if (RuleFileParser.parse(rule).size() != 1) {
        throw new Refused(
            entry.line(),
            "it makes a rule of its own, which nobody sees where it is used; expected a part of one");
      }
      return true;
    } catch (Refused e) {
      first = first == null ? e : first;
      return false;
    }
  }

  private void surround(List<Token> rule, String before, List<Token> tokens, String after)
      throws Refused {
    List<Token> head = Lexer.tokens(before, entry.line());
    rule.addAll(head.subList(0, head.size() - 1));
    rule.addAll(tokens);
    rule.addAll(Lexer.tokens(after, entry.line()));
  }
}
