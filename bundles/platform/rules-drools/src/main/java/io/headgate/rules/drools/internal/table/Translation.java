package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import io.headgate.rules.drools.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says a file, or a cell of a table, with our names. What it makes is read by the same grammar as
 * any other file, so nothing gets in this way that could not be written by hand.
 */
final class Translation {

  private static final int MAX_NAME = 64;

  /** Parts of a name with points, which is looked at as a whole from each of its parts. */
  private static final int MAX_PARTS = 32;

  private final Types types;
  private final List<Token> in;
  private final List<Token> out = new ArrayList<>();

  /** Fields by the variables that a pattern binds to them. */
  private final Map<String, String> bound = new HashMap<>();

  private String fact = "$o";
  private boolean consequence;

  /** Between the name of a rule and its consequence: what stands here decides when it applies. */
  private boolean condition;

  private int depth;
  private int at;

  /**
   * @param types what the names mean
   * @param in the words, with or without an END
   * @param condition whether they are a piece of what decides when a rule applies
   */
  Translation(Types types, List<Token> in, boolean condition) {
    this.types = types;
    this.in = in;
    this.condition = condition;
  }

  /**
   * @throws Refused if a name has more parts than any type has
   */
  List<Token> translated() throws Refused {
    checkNames();
    while (at < in.size()) {
      Token token = peek(0);
      if (token.is("rule")) {
        ruleName();
      } else if (!(imported() || action() || type() || variable() || constant() || field())) {
        follow(token);
      }
    }
    return out;
  }

  private void checkNames() throws Refused {
    int points = 0;
    for (int i = 1; i < in.size(); i++) {
      Token token = in.get(i);
      boolean word = token.kind() == Token.Kind.WORD;
      points = token.is(".") ? points + 1 : word && in.get(i - 1).is(".") ? points : 0;
      if (points >= MAX_PARTS) {
        throw new Refused(
            token.line(),
            "found a name of more than %d parts with points between them; expected fewer"
                .formatted(MAX_PARTS));
      }
    }
  }

  /** A word that stays as it is. */
  private void follow(Token token) {
    if (equality()) {
      return;
    }
    if (token.is("then") || token.is("end")) {
      consequence = token.is("then");
      condition = false;
      depth = 0;
      bound.clear();
    }
    depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    String subject = consequence ? null : Half.subject(out, in, at);
    if (subject != null) {
      put(Token.Kind.WORD, subject, token.line());
    }
    put(token);
    at++;
  }

  private void put(Token token) {
    out.add(token);
  }

  private void put(Token.Kind kind, String text, int line) {
    out.add(new Token(kind, text, line));
  }

  private Token peek(int ahead) {
    int index = at + ahead;
    return index < in.size() ? in.get(index) : new Token(Token.Kind.END, "", 0);
  }

  private boolean lastIs(String text) {
    return !out.isEmpty() && out.get(out.size() - 1).is(text);
  }

  /** Number of tokens of a dotted name that begins here; 0 if none does. */
  private int dotted(int from) {
    int length = 0;
    while (peek(from + length).kind() == Token.Kind.WORD) {
      length++;
      if (!peek(from + length).is(".") || peek(from + length + 1).kind() != Token.Kind.WORD) {
        return length;
      }
      length++;
    }
    return 0;
  }

  private String joined(int from, int length) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < length; i++) {
      name.append(peek(from + i).text());
    }
    return name.toString();
  }

  /** The names of others may have any sign in them; here each becomes a dash. */
  private void ruleName() {
    put(peek(0));
    at++;
    condition = true;
    Token name = peek(0);
    if (name.kind() == Token.Kind.STRING) {
      String plain =
          name.text()
              .replaceAll("[^A-Za-z0-9 ._/-]+", "-")
              .replaceAll("^[^A-Za-z0-9]+", "")
              .replaceAll(" +", " ");
      put(
          Token.Kind.STRING,
          plain.substring(0, Math.min(MAX_NAME, plain.length())).strip(),
          name.line());
      at++;
    }
  }

  private boolean imported() {
    int length = peek(0).is("import") ? dotted(1) : 0;
    if (length == 0 || !types.isImported(joined(1, length))) {
      return false;
    }
    at += 1 + length + (peek(1 + length).is(";") ? 1 : 0);
    return true;
  }

  /** {@code anything.theirs( … );} becomes the verdict that it means, or nothing. */
  private boolean action() {
    int length = consequence || (depth == 0 && !condition) ? dotted(0) : 0;
    if (length == 0 || !peek(length).is("(")) {
      return false;
    }
    String name = joined(0, length);
    List<Token> ours = types.verdict(name);
    if (ours == null && !types.isIgnored(name)) {
      return false;
    }
    int line = peek(0).line();
    int end = length + 1;
    for (int open = 1; open > 0 && peek(end).kind() != Token.Kind.END; end++) {
      open += peek(end).is("(") ? 1 : peek(end).is(")") ? -1 : 0;
    }
    at += end + (peek(end).is(";") ? 1 : 0);
    if (ours != null) {
      for (Token token : ours) {
        put(token.kind(), token.is("$o") ? fact : token.text(), line);
      }
      put(Token.Kind.SYMBOL, ";", line);
    }
    return true;
  }

  private boolean type() {
    int length = dotted(0);
    if (length == 0 || !peek(length).is("(") || !types.isOrder(joined(0, length))) {
      return false;
    }
    int line = peek(0).line();
    if (lastIs(":") && out.size() > 1) {
      fact = out.get(out.size() - 2).text();
    } else if (lastIs("when")) {
      fact = "$o";
      put(Token.Kind.WORD, fact, line);
      put(Token.Kind.SYMBOL, ":", line);
    }
    put(Token.Kind.WORD, "OrderContext", line);
    at += length;
    return true;
  }

  /** What stands before a field and adds nothing: the order's variable, this, a binding. */
  private boolean variable() throws Refused {
    Token token = peek(0);
    if (token.kind() != Token.Kind.WORD || consequence) {
      return false;
    }
    boolean order = types.isVariable(token.text()) || (depth > 0 && token.is("this"));
    if (order && peek(1).is(".")) {
      at += 2;
      return true;
    }
    String field = depth > 0 && peek(1).is(":") ? types.field(peek(2).text()) : null;
    if (field == null) {
      return false;
    }
    String own = types.field(token.text());
    if (own != null && !own.equals(field)) {
      throw new Refused(
          token.line(),
          "found '%s : %s', a variable with the name of another field (%s); expected a name of its own, as in $%s"
              .formatted(token.text(), peek(2).text(), own, token.text()));
    }
    bound.put(token.text(), field);
    at += 2;
    int length = fieldLength();
    Token after = peek(length);
    boolean bare = isEnd(after) || after.is("&&") || after.is("||");
    if (bare && !leaveOut(length)) {
      put(token); // the grammar refuses it
    }
    return true;
  }

  /** Number of tokens of the field, or the getter of one, that stands here. */
  private int fieldLength() {
    return peek(1).is("(") && peek(2).is(")") ? 3 : 1;
  }

  private static boolean isEnd(Token token) {
    return token.kind() == Token.Kind.END || token.is(")") || token.is(",");
  }

  /**
   * Leaves out a condition that always holds, and one of the signs beside it; false, and nothing is
   * left out, where the rest would then say something else.
   */
  private boolean leaveOut(int length) {
    Token after = peek(length);
    if (!isEnd(after) && Half.isComparison(peek(length + 1))) {
      return false;
    }
    boolean start = out.isEmpty() || lastIs("(") || lastIs(",");
    if (after.is("&&") && (start || lastIs("&&") || lastIs("||"))) {
      at += length + 1;
      return true;
    }
    if (lastIs("&&") && (isEnd(after) || after.is("||"))) {
      out.remove(out.size() - 1);
      at += length;
      return true;
    }
    if (!start || !isEnd(after)) {
      return false;
    }
    at += length;
    if (after.is(",")) {
      at++;
    } else if (lastIs(",")) {
      out.remove(out.size() - 1);
    }
    return true;
  }

  private boolean constant() {
    int length = dotted(0);
    String text = length < 2 ? null : types.text(joined(0, length));
    if (text == null) {
      return false;
    }
    put(Token.Kind.STRING, text, peek(0).line());
    at += length;
    return true;
  }

  private boolean field() {
    Token token = peek(0);
    String ours = consequence || lastIs(".") ? null : fieldOf(token);
    if (ours == null) {
      return false;
    }
    int length = fieldLength();
    if (peek(length).is("!=") && peek(length + 1).is("null") && leaveOut(length + 2)) {
      return true;
    }
    at += length;
    boolean number = Vocabulary.AMOUNTS.containsKey(ours);
    if (number && (peek(0).is("==") || peek(0).is("!=")) && isNumber(peek(1))) {
      exactly(ours, token.line());
    } else {
      put(Token.Kind.WORD, ours, token.line());
    }
    return true;
  }

  private @Nullable String fieldOf(Token token) {
    if (token.kind() != Token.Kind.WORD) {
      return null;
    }
    String ours = bound.get(token.text());
    return ours == null ? types.field(token.text()) : ours;
  }

  private static boolean isNumber(Token token) {
    return token.kind() == Token.Kind.NUMBER || token.is("$param");
  }

  /** Numbers are compared exactly here, which takes a function. */
  private void exactly(String ours, int line) {
    String function = peek(0).is("==") ? "eq" : "ne";
    for (String text : new String[] {"Ops", ".", function, "(", ours, ","}) {
      boolean word = Character.isLetter(text.charAt(0));
      put(word ? Token.Kind.WORD : Token.Kind.SYMBOL, text, line);
    }
    put(peek(1));
    put(Token.Kind.SYMBOL, ")", line);
    at += 2;
  }

  /** {@code text.equals(other)} is written {@code text == other} here. */
  private boolean equality() {
    if (!peek(0).is(".") || !peek(1).is("equals") || !peek(2).is("(") || !peek(4).is(")")) {
      return false;
    }
    Token left = out.isEmpty() ? peek(0) : out.get(out.size() - 1);
    boolean text = left.kind() == Token.Kind.WORD && Vocabulary.TEXTS.containsKey(left.text());
    Token other = text ? otherText(peek(3)) : peek(3);
    if (other == null) {
      return false;
    }
    put(Token.Kind.SYMBOL, "==", other.line());
    put(other);
    at += 5;
    return true;
  }

  /**
   * What a text is held against: a text, what a cell says, or another field; null if it is none.
   */
  private @Nullable Token otherText(Token other) {
    if (other.kind() != Token.Kind.WORD || other.text().matches("\\$(param|[1-9])")) {
      return new Token(Token.Kind.STRING, other.text(), other.line());
    }
    String ours = fieldOf(other);
    return ours != null && Vocabulary.TEXTS.containsKey(ours)
        ? new Token(Token.Kind.WORD, ours, other.line())
        : null;
  }
}
