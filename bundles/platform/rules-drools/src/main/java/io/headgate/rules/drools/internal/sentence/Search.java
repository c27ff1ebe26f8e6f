package io.headgate.rules.drools.internal.sentence;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.sentence.Entry.Scope;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks one sentence up: every entry is held against all of it, so nothing is left unread. */
final class Search {

  private static final Map<String, Unit> UNITS =
      Map.of(
          "shares", Unit.QTY,
          "units", Unit.QTY,
          "contracts", Unit.QTY,
          "milliseconds", Unit.MILLIS,
          "ms", Unit.MILLIS);

  /** Two meanings are one too many; more are not looked for. */
  private static final int ENOUGH = 2;

  /** How often a piece of the sentence is held against one of an entry before it is given up. */
  private static final int MAX_STEPS = 20_000;

  private final Dictionary dictionary;
  private final Scope scope;
  private final List<Piece> sentence;
  private final int line;
  private final Map<List<Token>, Entry> found = new LinkedHashMap<>();
  private final Map<Integer, Map<Integer, Capture>> listsFrom = new HashMap<>();
  private int steps;

  Search(Dictionary dictionary, Scope scope, List<Piece> sentence, int line) {
    this.dictionary = dictionary;
    this.scope = scope;
    this.sentence = List.copyOf(sentence);
    this.line = line;
  }

  List<Token> meaning() throws Refused {
    for (Entry entry : dictionary.entries()) {
      if (entry.scope() == scope && found.size() < ENOUGH) {
        match(entry, 0, 0, new HashMap<>());
      }
    }
    if (found.size() == 1) {
      return found.keySet().iterator().next();
    }
    throw found.isEmpty() ? unknown() : ambiguous();
  }

  /** How often a piece was held against one of an entry. */
  int steps() {
    return steps;
  }

  /** Holds the rest of the sentence against the rest of an entry; both must end together. */
  private void match(Entry entry, int piece, int at, Map<String, Capture> captures) throws Refused {
    if (++steps > MAX_STEPS) {
      throw new Refused(
          line,
          "found a sentence that can be read in too many ways (%s, line %d); expected a shorter one,"
                  .formatted(Dictionary.FILE, entry.line())
              + " or an entry with words between its slots");
    }
    if (piece == entry.sentence().size()) {
      if (at == sentence.size() && unitsFit(captures)) {
        found.putIfAbsent(entry.tokens(captures, line), entry);
      }
      return;
    }
    Piece expected = entry.sentence().get(piece);
    if (expected.kind() != Piece.Kind.SLOT) {
      if (at < sentence.size() && same(expected, sentence.get(at))) {
        match(entry, piece + 1, at + 1, captures);
      }
      return;
    }
    Set<Slot> slots = entry.slots().getOrDefault(expected.text(), Set.of());
    for (Map.Entry<Integer, Capture> candidate : candidates(slots, at).entrySet()) {
      if (found.size() < ENOUGH) {
        captures.put(expected.text(), candidate.getValue());
        match(entry, piece + 1, at + candidate.getKey(), captures);
        captures.remove(expected.text());
      }
    }
  }

  private static boolean same(Piece expected, Piece piece) {
    return expected.kind() == piece.kind() && expected.text().equalsIgnoreCase(piece.text());
  }

  /** What could fill a slot from here on, by the number of pieces that it takes. */
  private Map<Integer, Capture> candidates(Set<Slot> slots, int at) {
    if (at >= sentence.size()) {
      return Map.of();
    }
    if (slots.contains(Slot.TEXT)) {
      String text = text(at);
      return text == null ? Map.of() : Map.of(1, new Capture.Texts(List.of(text)));
    }
    return slots.contains(Slot.LIST)
        ? listsFrom.computeIfAbsent(at, this::lists)
        : amounts(slots, at);
  }

  private @Nullable String text(int at) {
    Piece piece = at < sentence.size() ? sentence.get(at) : new Piece(Piece.Kind.MARK, "");
    return switch (piece.kind()) {
      case QUOTED, NUMBER -> piece.text();
      case WORD -> dictionary.isReserved(piece.text()) ? null : piece.text();
      default -> null;
    };
  }

  private Map<Integer, Capture> lists(int from) {
    Map<Integer, Capture> lists = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    int at = from;
    for (String text = text(at); text != null; text = text(at)) {
      words.add(text);
      at++;
      lists.put(at - from, new Capture.Texts(words));
      boolean comma = at < sentence.size() && sentence.get(at).isMark(",");
      int next = comma ? at + 1 : at;
      boolean last =
          next < sentence.size()
              && (sentence.get(next).isWord("and") || sentence.get(next).isWord("or"));
      if (!comma && !last) {
        break;
      }
      at = last ? next + 1 : next;
    }
    return lists;
  }

  private Map<Integer, Capture> amounts(Set<Slot> slots, int at) {
    Map<Integer, Capture> amounts = new LinkedHashMap<>();
    Piece first = sentence.get(at);
    if (first.kind() == Piece.Kind.NUMBER && slots.equals(Set.of(Slot.AMOUNT))) {
      amounts.put(1, new Capture.Digits(first.text(), null));
      Unit unit = at + 1 < sentence.size() ? unit(sentence.get(at + 1)) : null;
      if (unit != null) {
        amounts.put(2, new Capture.Digits(first.text(), unit));
      }
    }
    dictionary
        .values()
        .forEach(
            (words, property) -> {
              if (standsAt(words, at) && slots.stream().allMatch(slot -> fits(slot, property))) {
                amounts.put(words.size(), new Capture.Value(property));
              }
            });
    return amounts;
  }

  private static @Nullable Unit unit(Piece piece) {
    String word = Dictionary.lower(piece.text());
    for (Unit unit : Unit.values()) {
      if (unit.word().equals(word)) {
        return unit;
      }
    }
    return UNITS.get(word);
  }

  private static boolean fits(Slot slot, String property) {
    return slot == Slot.AMOUNT || Entry.constant(slot, property) != null;
  }

  private boolean standsAt(List<String> words, int at) {
    if (at + words.size() > sentence.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!sentence.get(at + i).isWord(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A unit that is written after a number must be that of a value in the same sentence. */
  private static boolean unitsFit(Map<String, Capture> captures) {
    Set<Unit> values =
        captures.values().stream()
            .filter(capture -> capture instanceof Capture.Value)
            .map(capture -> Vocabulary.AMOUNTS.get(((Capture.Value) capture).property()))
            .filter(amount -> amount != null)
            .map(Amount::unit)
            .collect(Collectors.toSet());
    return captures.values().stream()
        .allMatch(
            capture ->
                !(capture instanceof Capture.Digits number)
                    || number.unit() == null
                    || values.equals(Set.of(number.unit())));
  }

  private Refused unknown() {
    Near near = Near.of(dictionary.entries(), scope, sentence);
    return new Refused(
        line,
        "found a sentence that %s does not have: \"%s\"; %s"
            .formatted(Dictionary.FILE, shown(), near.advice(dictionary)));
  }

  private Refused ambiguous() {
    String lines =
        found.values().stream()
            .map(entry -> String.valueOf(entry.line()))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Refused(
        line,
        "found a sentence that can mean several things: \"%s\" (%s, lines %s); expected one: put"
                .formatted(shown(), Dictionary.FILE, lines)
            + " texts in quotes, or correct the dictionary");
  }

  private String shown() {
    return sentence.stream()
        .map(piece -> piece.kind() == Piece.Kind.QUOTED ? "'" + piece.text() + "'" : piece.text())
        .collect(Collectors.joining(" "));
  }
}
