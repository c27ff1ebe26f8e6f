package io.headgate.rules.drools.internal.sentence;

import io.headgate.rules.drools.internal.sentence.Entry.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entry that looks most like a sentence which none has; for messages alone.
 *
 * @param entry the entry; null if the dictionary has none of the scope
 * @param unread words of the sentence that the entry does not have
 * @param joins whether the sentence has a word that joins conditions
 */
record Near(@Nullable Entry entry, List<String> unread, boolean joins) {

  private static final Set<String> JOINING = Set.of("and", "or");

  static Near of(List<Entry> entries, Scope scope, List<Piece> sentence) {
    Set<String> words = new HashSet<>();
    sentence.forEach(piece -> words.add(Dictionary.lower(piece.text())));
    Entry best = null;
    double most = -1;
    for (Entry entry : entries) {
      if (entry.scope() == scope) {
        List<String> own = own(entry);
        double shared = own.stream().filter(words::contains).count();
        double score = shared - 0.4 * (own.size() - shared);
        if (score > most) {
          most = score;
          best = entry;
        }
      }
    }
    List<String> unread = new ArrayList<>();
    if (best != null) {
      Set<String> known = new HashSet<>(own(best));
      for (Piece piece : sentence) {
        if (piece.kind() == Piece.Kind.WORD && !known.contains(Dictionary.lower(piece.text()))) {
          unread.add(piece.text());
        }
      }
    }
    return new Near(best, unread, words.stream().anyMatch(JOINING::contains));
  }

  private static List<String> own(Entry entry) {
    return entry.sentence().stream()
        .filter(piece -> piece.kind() == Piece.Kind.WORD)
        .map(piece -> Dictionary.lower(piece.text()))
        .toList();
  }

  /** What to write instead. */
  String advice(Dictionary dictionary) {
    if (entry == null) {
      return "expected a sentence of the dictionary, which has none for this place";
    }
    Set<String> known = new TreeSet<>();
    dictionary.values().keySet().forEach(known::addAll);
    List<String> strange =
        unread.stream().filter(word -> !known.contains(Dictionary.lower(word))).toList();
    String words =
        strange.isEmpty() ? "" : " (it does not know: " + String.join(", ", strange) + ")";
    List<String> own =
        unread.stream()
            .filter(word -> dictionary.isReserved(word) && !known.contains(Dictionary.lower(word)))
            .filter(word -> !JOINING.contains(Dictionary.lower(word)))
            .toList();
    String quotes =
        own.isEmpty()
            ? ""
            : "; a name that is a word of the dictionary, too, stands in quotes: "
                + String.join(", ", own);
    String joined =
        joins
            ? "; conditions that must all hold stand on a line each, one of several is: either … or …"
            : "";
    return "the nearest is \"%s\", line %d%s; write it so, put texts in quotes, or add an entry"
            .formatted(entry.shown(), entry.line(), words)
        + quotes
        + joined;
  }
}
