package io.headgate.rules.drools.internal.sentence;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import io.headgate.rules.drools.internal.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a file of rules in sentences, one a line. After {@code when} stands a sentence that brings
 * the order, and below it conditions that begin with a dash, all of which must hold; after {@code
 * then} stand verdicts. What the sentences mean goes through the grammar of rule files.
 */
public final class SentenceFile {

  /** Words that all sentences of a file may mean together: as many as a file of rules can hold. */
  private static final int MAX_TOKENS = 256 * 1024;

  /** What text processors make of a dash, and other signs that begin a line of a list. */
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00B7*+";

  private enum State {
    OUTSIDE,
    WHEN,
    THEN
  }

  private final Dictionary dictionary;
  private final List<Token> tokens = new ArrayList<>();
  private final Map<Integer, String> meanings = new HashMap<>();
  private State state = State.OUTSIDE;
  private boolean begun;
  private boolean first;
  private int line;

  private SentenceFile(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Reads one file.
   *
   * @return its rules, in the order in which they stand
   * @throws Refused at the first sentence that the dictionary does not have, or that means what no
   *     rule may say
   */
  public static List<RuleTree> parse(String text, Dictionary dictionary) throws Refused {
    Lexer.checkVisible(text, 1);
    SentenceFile file = new SentenceFile(dictionary);
    for (String row : text.split("\n", -1)) {
      file.line++;
      file.row(row.strip());
      if (file.tokens.size() > MAX_TOKENS) {
        throw new Refused(
            file.line,
            "found sentences that mean more than %d words and signs up to here; expected fewer"
                .formatted(MAX_TOKENS));
      }
    }
    file.tokens.add(new Token(Token.Kind.END, "", file.line));
    try {
      return RuleFileParser.parse(file.tokens);
    } catch (Refused e) {
      String meaning = file.meanings.get(e.line());
      throw meaning == null
          ? e
          : new Refused(e.line(), e.reason() + "; the sentence means: " + meaning);
    }
  }

  private void row(String row) throws Refused {
    if (row.isEmpty() || row.startsWith("//") || row.startsWith("#")) {
      return;
    }
    if (row.startsWith(">")) {
      throw new Refused(
          line, "found '>'; expected a sentence: what no sentence can say goes into a .drl file");
    }
    switch (state) {
      case OUTSIDE -> outside(row);
      case WHEN -> when(row);
      case THEN -> then(row);
    }
  }

  /** The heads of rules; whatever else stands here is for the grammar to refuse. */
  private void outside(String row) throws Refused {
    List<Token> cut = Lexer.tokens(row, line);
    for (Token token : cut.subList(0, cut.size() - 1)) {
      tokens.add(token);
    }
    if (tokens.get(tokens.size() - 1).is("when")) {
      state = State.WHEN;
      begun = false;
    }
  }

  private void when(String row) throws Refused {
    if (row.equals("then")) {
      if (!begun) {
        throw new Refused(line, "found no sentence after 'when'; expected There is an order");
      }
      symbol(")");
      word("then");
      state = State.THEN;
    } else if (!row.startsWith("-")) {
      beginning(row);
    } else if (!begun) {
      throw new Refused(
          line, "found a condition without an order; expected There is an order before it");
    } else {
      if (!first) {
        symbol(",");
      }
      first = false;
      condition(Piece.cut(row.substring(1), line));
    }
  }

  private void beginning(String row) throws Refused {
    if (begun && DASHES.indexOf(row.charAt(0)) >= 0) {
      throw new Refused(
          line,
          "found the sign %s (U+%04X) before a condition; expected the plain dash of the keyboard, '- '"
              .formatted(row.charAt(0), (int) row.charAt(0)));
    }
    if (begun && row.equals("end")) {
      throw new Refused(
          line, "found 'end' after conditions; expected 'then' and at least one verdict before it");
    }
    if (begun) {
      throw new Refused(
          line,
          "found '%s'; expected '- ' before each further condition, as a rule looks at one order"
              .formatted(row));
    }
    List<Token> meaning = meaning(true, Piece.cut(row, line));
    boolean order =
        meaning.size() >= 5
            && meaning.get(1).is(":")
            && meaning.get(2).is("OrderContext")
            && meaning.get(meaning.size() - 1).is(")");
    if (!order) {
      throw new Refused(
          line,
          "found '%s'; expected There is an order, and '- ' before conditions".formatted(row));
    }
    tokens.addAll(meaning.subList(0, meaning.size() - 1));
    first = meaning.size() == 5;
    begun = true;
  }

  /** One condition, or several of which one must hold: either … or …. */
  private void condition(List<Piece> sentence) throws Refused {
    if (sentence.isEmpty() || !sentence.get(0).isWord("either")) {
      tokens.addAll(meaning(true, sentence));
      return;
    }
    List<Piece> part = new ArrayList<>();
    int parts = 0;
    List<Piece> rest = new ArrayList<>(sentence.subList(1, sentence.size()));
    rest.add(new Piece(Piece.Kind.WORD, "or"));
    symbol("(");
    for (Piece piece : rest) {
      if (!piece.isWord("or")) {
        part.add(piece);
        continue;
      }
      if (parts++ > 0) {
        symbol("||");
      }
      symbol("(");
      tokens.addAll(meaning(true, part));
      symbol(")");
      part.clear();
    }
    symbol(")");
    if (parts < 2) {
      throw new Refused(line, "found 'either' without 'or'; expected either … or …");
    }
  }

  private void then(String row) throws Refused {
    if (row.equals("end")) {
      word("end");
      state = State.OUTSIDE;
    } else {
      tokens.addAll(meaning(false, Piece.cut(row, line)));
    }
  }

  private List<Token> meaning(boolean condition, List<Piece> sentence) throws Refused {
    List<Token> meaning = dictionary.meaning(condition, sentence, line);
    meanings.merge(
        line,
        meaning.stream()
            .map(token -> token.kind() == Token.Kind.STRING ? token.shown() : token.text())
            .collect(Collectors.joining(" ")),
        (one, other) -> one + " || " + other);
    return meaning;
  }

  private void symbol(String text) {
    tokens.add(new Token(Token.Kind.SYMBOL, text, line));
  }

  private void word(String text) {
    tokens.add(new Token(Token.Kind.WORD, text, line));
  }
}
