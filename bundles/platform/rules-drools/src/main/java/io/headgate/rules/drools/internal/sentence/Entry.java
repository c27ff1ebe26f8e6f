package io.headgate.rules.drools.internal.sentence;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the dictionary and what it means.
 *
 * @param scope where it may stand
 * @param line in the dictionary
 * @param shown as written there
 * @param sentence its pieces
 * @param slots what may stand in each slot
 * @param meaning the parts of what it means
 */
record Entry(
    Scope scope,
    int line,
    String shown,
    List<Piece> sentence,
    Map<String, Set<Slot>> slots,
    List<Part> meaning) {

  private static final int MAX_PARTS = 1000;

  /** Where a sentence may stand. */
  enum Scope {
    CONDITION,
    CONSEQUENCE
  }

  /**
   * @throws Refused if the slots of the two sides are not the same, or the meaning is too long
   */
  static Entry of(Scope scope, int line, String shown, String meaning) throws Refused {
    List<Piece> sentence = Piece.cut(shown, line);
    List<Part> parts = Part.cut(meaning, line);
    if (parts.size() > MAX_PARTS) {
      throw new Refused(
          line,
          "found a meaning of %d words and signs; expected at most %d"
              .formatted(parts.size(), MAX_PARTS));
    }
    Map<String, Set<Slot>> slots = new TreeMap<>();
    for (Part part : parts) {
      if (part instanceof Part.Hole hole) {
        slots.computeIfAbsent(hole.name(), name -> EnumSet.noneOf(Slot.class)).add(hole.slot());
      }
    }
    List<String> named = new ArrayList<>();
    for (Piece piece : sentence) {
      if (piece.kind() == Piece.Kind.SLOT) {
        named.add(piece.text());
      }
    }
    if (!Set.copyOf(named).equals(slots.keySet()) || named.size() != slots.size()) {
      throw new Refused(
          line,
          "found the slots %s in the sentence and %s in its meaning; expected each once in the"
                  .formatted(named, slots.keySet())
              + " sentence, and all of them in the meaning");
    }
    boolean worded = sentence.stream().anyMatch(piece -> piece.kind() == Piece.Kind.WORD);
    if (!worded) {
      throw new Refused(line, "found a sentence without a word; expected at least one");
    }
    return new Entry(scope, line, shown, sentence, slots, parts);
  }

  /**
   * What the sentence means with its slots filled.
   *
   * @param captures by slot
   * @param at line that every word of it gets
   */
  List<Token> tokens(Map<String, Capture> captures, int at) {
    List<Token> tokens = new ArrayList<>();
    for (Part part : meaning) {
      if (part instanceof Part.Fixed fixed) {
        tokens.add(new Token(fixed.token().kind(), fixed.token().text(), at));
      } else if (part instanceof Part.Hole hole) {
        Capture capture = captures.get(hole.name());
        if (capture != null) {
          fill(hole.slot(), capture, at, tokens);
        }
      }
    }
    return tokens;
  }

  private void fill(Slot slot, Capture capture, int at, List<Token> to) {
    if (capture instanceof Capture.Digits number) {
      String digits = number.text();
      if (digits.startsWith("-")) {
        to.add(new Token(Token.Kind.SYMBOL, "-", at));
        digits = digits.substring(1);
      }
      to.add(new Token(Token.Kind.NUMBER, digits, at));
    } else if (capture instanceof Capture.Texts texts) {
      for (int i = 0; i < texts.words().size(); i++) {
        if (i > 0) {
          to.add(new Token(Token.Kind.SYMBOL, ",", at));
        }
        to.add(new Token(Token.Kind.STRING, texts.words().get(i), at));
      }
    } else {
      value(slot, ((Capture.Value) capture).property(), at, to);
    }
  }

  private void value(Slot slot, String property, int at, List<Token> to) {
    if (slot == Slot.LIMIT || slot == Slot.UNIT) {
      to.add(new Token(Token.Kind.WORD, String.valueOf(constant(slot, property)), at));
    } else if (scope == Scope.CONDITION) {
      to.add(new Token(Token.Kind.WORD, property, at));
    } else {
      to.add(new Token(Token.Kind.WORD, "$o", at));
      to.add(new Token(Token.Kind.SYMBOL, ".", at));
      to.add(new Token(Token.Kind.WORD, Vocabulary.getter(property), at));
      to.add(new Token(Token.Kind.SYMBOL, "(", at));
      to.add(new Token(Token.Kind.SYMBOL, ")", at));
    }
  }

  /** The constant that a value means in such a slot; null where it has none. */
  static @Nullable String constant(Slot slot, String property) {
    Amount amount = Vocabulary.AMOUNTS.get(property);
    if (slot == Slot.LIMIT) {
      return amount instanceof Amount.Limit limit && !limit.warning() ? limit.kind().name() : null;
    }
    Unit unit = amount == null ? null : amount.unit();
    return unit == null ? null : unit.name();
  }
}
