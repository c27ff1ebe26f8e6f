package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names in the files of one policy mean here, when the files were written elsewhere: the
 * rows {@code theirs,ours} of its {@code types.csv}. Ours is {@code OrderContext}, a field, a
 * verdict such as {@code $o.warn("ORDER_FLAGGED", $o.getQuantity(), 0, Unit.QTY)}, {@code text} for
 * a type whose constants are texts, a text in quotes, or {@code nothing}.
 */
public final class Types {

  /** Name of the file. */
  public static final String FILE = "types.csv";

  private static final String ORDER = "OrderContext";

  /** Words that mean something in every file: no map may give them another meaning. */
  private static final Set<String> LANGUAGE =
      Set.of(
          "rule",
          "when",
          "then",
          "end",
          "package",
          "import",
          "salience",
          "dialect",
          "not",
          "in",
          "and",
          "or",
          "exists",
          "forall",
          "accumulate",
          "acc",
          "collect",
          "from",
          "over",
          "matches",
          "contains",
          "memberOf",
          "instanceof",
          "extends",
          "function",
          "global",
          "declare",
          "query",
          "eval",
          "new",
          "null",
          "this",
          "class",
          "true",
          "false",
          "block",
          "warn",
          "Ops",
          "Unit",
          "LimitKind",
          ORDER);

  private static final String TEXT = "text";
  private static final String NOTHING = "nothing";

  private final Set<String> types = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> ignored = new HashSet<>();
  private final Map<String, String> literals = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, List<Token>> verdicts = new HashMap<>();

  private Types() {}

  /** No other names. */
  public static Types none() {
    return new Types();
  }

  /**
   * Reads the file.
   *
   * @throws Refused at the first row that means nothing here
   */
  public static Types read(String text) throws Refused {
    Types types = new Types();
    boolean header = true;
    for (Sheet.Row row : Sheet.rows(text)) {
      if (row.isBlankFrom(0) || row.cell(0).startsWith("#")) {
        continue;
      }
      if (header) {
        if (!row.cell(0).equals("theirs") || !row.cell(1).equals("ours")) {
          throw new Refused(row.line(), "found no header; expected the line theirs,ours");
        }
        header = false;
      } else {
        types.add(row);
      }
    }
    return types;
  }

  private void add(Sheet.Row row) throws Refused {
    String theirs = row.cell(0);
    String ours = row.cell(1);
    if (theirs.isEmpty() || !row.isBlankFrom(2)) {
      throw new Refused(
          row.line(), "found %s; expected two cells: theirs,ours".formatted(row.cells()));
    }
    checkFree(theirs, ours, row.line());
    if (ours.equals(ORDER)) {
      name(types, theirs);
    } else if (ours.equals(TEXT)) {
      name(texts, theirs);
    } else if (ours.equals(NOTHING)) {
      name(ignored, theirs);
    } else if (ours.matches("\"[^\"]*\"")) {
      literals.put(theirs, ours.substring(1, ours.length() - 1));
    } else if (isKnown(ours)) {
      fields.put(last(theirs), ours);
    } else if (ours.startsWith("$o.")) {
      List<Token> tokens = Lexer.tokens(ours.replaceFirst(";\\s*$", ""), row.line());
      verdicts.put(last(theirs), tokens.subList(0, tokens.size() - 1));
    } else {
      throw new Refused(
          row.line(),
          "found '%s'; expected OrderContext, a field of the order (the nearest: %s), a verdict"
                  .formatted(ours, Vocabulary.nearest(ours))
              + " such as $o.warn(\"ORDER_FLAGGED\", $o.getQuantity(), 0, Unit.QTY), 'text' for a"
              + " type whose constants are texts, a text in quotes for one of them, or 'nothing'");
    }
  }

  private static void name(Set<String> names, String theirs) {
    names.add(theirs);
    if (theirs.matches("[A-Za-z0-9_.]*[A-Za-z0-9_]")) {
      names.add(last(theirs));
    }
  }

  private static boolean isKnown(String property) {
    return Vocabulary.AMOUNTS.containsKey(property)
        || Vocabulary.TEXTS.containsKey(property)
        || Vocabulary.FLAGS.contains(property);
  }

  /** A map must not make a file say what it does not look like. */
  private void checkFree(String theirs, String ours, int line) throws Refused {
    String name = last(theirs);
    boolean ourOwn = LANGUAGE.contains(name) || isKnown(name);
    String read = Vocabulary.ofGetter(name);
    boolean ourGetter = read != null && isKnown(read) && !read.equals(ours);
    if (ourGetter || (ourOwn && !name.equals(ours))) {
      throw new Refused(
          line,
          "found '%s', which means something here already; expected a name of the other file only:"
                  .formatted(theirs)
              + " rename it there");
    }
    String key = ours.equals(ORDER) || ours.equals(TEXT) || ours.startsWith("\"") ? theirs : name;
    Integer before = lines.putIfAbsent(key, line);
    if (before != null) {
      throw new Refused(
          line,
          "found '%s' again (the first: line %d); expected one meaning for each name"
              .formatted(theirs, before));
    }
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether a name, as it is written, is what is called OrderContext here. */
  boolean isOrder(String name) {
    return name.equals(ORDER) || types.contains(name) || types.contains(last(name));
  }

  /**
   * The same words with our names; the grammar of rule files then decides what of them may stand.
   *
   * @param tokens of a file or a cell, with or without an END
   */
  public List<Token> translate(List<Token> tokens) throws Refused {
    return isEmpty() ? tokens : new Translation(this, tokens, false).translated();
  }

  /**
   * The same for what decides when a rule applies: nothing of it is an action.
   *
   * @param tokens of a cell, with or without an END
   */
  List<Token> translateCondition(List<Token> tokens) throws Refused {
    return isEmpty() ? tokens : new Translation(this, tokens, true).translated();
  }

  /** Whether a name stands alone for the order, as the variable of a table may. */
  boolean isVariable(String name) {
    return types.contains(name);
  }

  /** Whether an import says nothing that matters here. */
  boolean isImported(String type) {
    return isOrder(type) || texts.contains(type) || ignored.contains(type);
  }

  /** Whether an action is left out. */
  boolean isIgnored(String action) {
    return ignored.contains(action) || ignored.contains(last(action));
  }

  /** What an action says; null if it is not known. */
  @Nullable List<Token> verdict(String action) {
    return verdicts.get(last(action));
  }

  /** The text that a constant stands for; null if it is none. */
  @Nullable String text(String constant) {
    String literal = literals.get(constant);
    if (literal != null) {
      return literal;
    }
    int dot = constant.lastIndexOf('.');
    return dot > 0 && texts.contains(constant.substring(0, dot)) ? last(constant) : null;
  }

  /** Our field for a name or a getter of theirs, or for our own name; null if there is none. */
  @Nullable String field(String name) {
    if (isKnown(name)) {
      return name;
    }
    String ours = fields.get(name);
    if (ours == null && name.matches("(get|is)[A-Z].*")) {
      String property = name.substring(name.startsWith("is") ? 2 : 3);
      property = Character.toLowerCase(property.charAt(0)) + property.substring(1);
      ours = isKnown(property) ? property : fields.get(property);
    }
    return ours;
  }
}
