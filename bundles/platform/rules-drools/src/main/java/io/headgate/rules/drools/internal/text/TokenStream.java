package io.headgate.rules.drools.internal.text;

import java.util.List;

/** Reads tokens one after the other and says what it missed. */
final class TokenStream {

  private static final int MAX_DEPTH = 32;

  private final List<Token> tokens;
  private int at;
  private int depth;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  /** The next word with all that is joined to it by dashes, as in {@code no-loop}; stays. */
  Token hyphenated() {
    Token first = peek();
    StringBuilder word = new StringBuilder(first.text());
    for (int i = at + 1; i + 1 < tokens.size() && first.kind() == Token.Kind.WORD; i += 2) {
      Token part = tokens.get(i + 1);
      if (!tokens.get(i).is("-") || part.kind() != Token.Kind.WORD) {
        break;
      }
      word.append('-').append(part.text());
    }
    return new Token(first.kind(), word.toString(), first.line());
  }

  /** Whether a word stands before another, from here on. */
  boolean comes(String word, String before) {
    for (int i = at; i < tokens.size() && !tokens.get(i).is(before); i++) {
      if (tokens.get(i).is(word)) {
        return true;
      }
    }
    return false;
  }

  Token take() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  boolean takeIf(String text) {
    if (peek().is(text)) {
      at++;
      return true;
    }
    return false;
  }

  Token expect(String text, String where) throws Refused {
    Token token = take();
    if (!token.is(text)) {
      throw new Refused(
          token.line(), "found %s; expected '%s' %s".formatted(token.shown(), text, where));
    }
    return token;
  }

  Token expect(Token.Kind kind, String what) throws Refused {
    Token token = take();
    if (token.kind() != kind) {
      throw new Refused(token.line(), "found %s; expected %s".formatted(token.shown(), what));
    }
    return token;
  }

  /** Counts nesting, so that a hostile file cannot exhaust the stack. */
  void enter() throws Refused {
    if (++depth > MAX_DEPTH) {
      throw new Refused(
          peek().line(),
          "found more than %d levels of nesting; expected fewer: split the rule"
              .formatted(MAX_DEPTH));
    }
  }

  void leave() {
    depth--;
  }
}
