package io.headgate.rules.drools.internal.sentence;

import io.headgate.rules.drools.internal.sentence.Entry.Scope;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that rules may be written in, and what each means. Laid out like a dictionary of
 * Drools, one entry a line: {@code [condition][]sentence=meaning}, {@code [consequence][]…} and
 * {@code [value][]words=field}. A sentence means words of the checked rule language, never text: so
 * no entry and nothing that stands in a slot can say what a rule file may not say.
 */
public final class Dictionary {

  /** Where it stands, below the rules folder. */
  public static final String FILE = "headgate.dsl";

  private static final int MAX_ENTRIES = 1000;

  /**
   * Steps that all sentences of a set may take, beyond one for each entry. A sentence that is
   * written for people takes some dozens.
   */
  private static final int MAX_STEPS = 2_000_000;

  /**
   * Words that may be read to find out whether the entries can be part of a rule, some seconds'
   * work. Those that are shipped take some thousands.
   */
  private static final long MAX_WORDS = 5_000_000;

  private static final Pattern LINE =
      Pattern.compile("\\[([a-z]*|\\*)]\\[([A-Za-z]*)]([^=]*)=(.*)", Pattern.DOTALL);

  private final List<Entry> entries = new ArrayList<>();
  private final Map<List<String>, String> values = new LinkedHashMap<>();
  private final Set<String> reserved = new HashSet<>(Set.of("and", "or", "not", "either"));

  private int read;

  /** Steps taken so far: a dictionary is read anew with each set. */
  private long steps;

  /**
   * One without entries: a field is known as {@code worstLongPosition} and as "its worst long
   * position" (without the unit at its end), a limit as {@code max-order-qty}, "the limit
   * max-order-qty" and "the warning level max-order-qty".
   */
  private Dictionary() {
    for (ContextNumber number : ContextNumber.values()) {
      field(number.property());
    }
    for (ContextText text : ContextText.values()) {
      field(text.property());
    }
    for (LimitKind kind : LimitKind.values()) {
      values.put(List.of(kind.word()), Vocabulary.property(kind, false));
      values.put(List.of("the", "limit", kind.word()), Vocabulary.property(kind, false));
      values.put(List.of("the", "warning", "level", kind.word()), Vocabulary.property(kind, true));
    }
  }

  private void field(String property) {
    values.put(List.of(lower(property)), property);
    String spoken = property.replaceFirst("(Bps|Millis|Percent)$", "");
    List<String> words = new ArrayList<>(List.of("its"));
    words.addAll(List.of(lower(spoken.replaceAll("([A-Z])", " $1")).split(" ", -1)));
    values.putIfAbsent(List.copyOf(words), property);
  }

  /**
   * Reads it.
   *
   * @throws Refused at the first entry that is none, or that can never become part of a rule
   */
  public static Dictionary read(String text) throws Refused {
    Lexer.checkVisible(text, 1);
    Dictionary dictionary = new Dictionary();
    int line = 0;
    for (String row : text.split("\n", -1)) {
      line++;
      String entry = row.strip();
      if (!entry.isEmpty() && !entry.startsWith("#")) {
        dictionary.add(entry, line);
      }
    }
    long words = 0;
    for (Entry entry : dictionary.entries) {
      words += new Trial(entry).check();
      if (words > MAX_WORDS) {
        throw new Refused(
            entry.line(),
            "found entries that take too long to be understood, all of them up to here together;"
                + " expected fewer, or with fewer slots");
      }
    }
    return dictionary;
  }

  private void add(String row, int line) throws Refused {
    Matcher matcher = LINE.matcher(row);
    if (!matcher.matches()) {
      throw new Refused(
          line,
          "found no entry; expected [condition][]sentence=meaning, [consequence][]sentence=meaning"
              + " or [value][]words=field");
    }
    String sentence = matcher.group(3).strip();
    String meaning = matcher.group(4).strip();
    switch (matcher.group(1)) {
      case "condition" -> entry(Entry.of(Scope.CONDITION, line, sentence, meaning));
      case "consequence" -> entry(Entry.of(Scope.CONSEQUENCE, line, sentence, meaning));
      case "value" -> value(sentence, meaning, line);
      default ->
          throw new Refused(
              line,
              "found [%s]; expected [condition], [consequence] or [value]"
                  .formatted(matcher.group(1)));
    }
    if (++read > MAX_ENTRIES) {
      throw new Refused(line, "found more than %d entries; expected fewer".formatted(MAX_ENTRIES));
    }
  }

  private void entry(Entry entry) throws Refused {
    for (Entry other : entries) {
      if (other.scope() == entry.scope() && shape(other).equals(shape(entry))) {
        throw new Refused(
            entry.line(),
            "found the sentence of line %d again; expected each once".formatted(other.line()));
      }
    }
    for (Piece piece : entry.sentence()) {
      if (piece.kind() == Piece.Kind.WORD) {
        reserved.add(lower(piece.text()));
      }
    }
    entries.add(entry);
  }

  private static List<String> shape(Entry entry) {
    return entry.sentence().stream()
        .map(piece -> piece.kind() == Piece.Kind.SLOT ? "{}" : lower(piece.text()))
        .toList();
  }

  private void value(String words, String property, int line) throws Refused {
    if (!Vocabulary.AMOUNTS.containsKey(property) && !Vocabulary.TEXTS.containsKey(property)) {
      throw new Refused(
          line,
          "found the field '%s'; expected a field of the order or a limit, for example %s"
              .formatted(property, Vocabulary.nearest(property)));
    }
    List<String> key = new ArrayList<>();
    for (Piece piece : Piece.cut(words, line)) {
      if (piece.kind() != Piece.Kind.WORD) {
        throw new Refused(
            line, "found '%s'; expected words alone in a value".formatted(piece.text()));
      }
      key.add(lower(piece.text()));
    }
    String before = key.isEmpty() ? "nothing" : values.putIfAbsent(List.copyOf(key), property);
    if (before != null) {
      throw new Refused(
          line,
          "found '%s', which means %s already; expected other words".formatted(words, before));
    }
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  List<Entry> entries() {
    return entries;
  }

  /** Values by their words, in lower case. */
  Map<List<String>, String> values() {
    return values;
  }

  /** Whether a word is one of the dictionary's own, so that as a text it must stand in quotes. */
  boolean isReserved(String word) {
    return reserved.contains(lower(word));
  }

  /**
   * What a sentence means.
   *
   * @param condition whether it stands after {@code when}, not after {@code then}
   * @param line that its words get
   * @throws Refused if no entry, or more than one, has the sentence, or all sentences of the set
   *     together took too long
   */
  public List<Token> meaning(boolean condition, List<Piece> sentence, int line) throws Refused {
    Scope scope = condition ? Scope.CONDITION : Scope.CONSEQUENCE;
    Search search = new Search(this, scope, sentence, line);
    List<Token> meaning = search.meaning();
    steps += Math.max(0, search.steps() - entries.size());
    if (steps > MAX_STEPS) {
      throw new Refused(
          line,
          "found sentences of the set that can be read in too many ways, all of them up to here"
              + " together; expected shorter ones, or entries with words between their slots");
    }
    return meaning;
  }
}
