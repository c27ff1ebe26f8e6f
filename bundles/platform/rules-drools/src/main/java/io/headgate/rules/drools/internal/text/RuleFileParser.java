package io.headgate.rules.drools.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a rule file of the checked part of DRL into trees. Drools never sees the file itself, only
 * what is printed from the trees; so whatever this grammar has no place for cannot be run:
 *
 * <pre>
 * file := [ "package" dotted name [";"] ] { "import" listed type [";"] } { rule }
 * rule := "rule" name { "salience" whole number | "dialect" "java" }
 *         "when" "$o" ":" patterns "then" consequence "end"
 * </pre>
 */
public final class RuleFileParser {

  /** Largest file, in bytes. */
  public static final int MAX_BYTES = 256 * 1024;

  /**
   * How deep conditions may be in one another. Drools' parser reads eight levels in half a second
   * and takes about twice as long for each one more; a compile cannot be ended from outside.
   */
  private static final int MAX_LEVELS = 8;

  private static final int MAX_SALIENCE = 1_000_000;

  /** Two names that differ in their blanks alone would look the same wherever they are listed. */
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,64}$)[A-Za-z0-9](?: ?[A-Za-z0-9._/-])*");

  private static final Set<String> IMPORTS =
      Set.of(
          "io.headgate.spi.rules.OrderContext",
          "io.headgate.spi.limits.LimitKind",
          "io.headgate.model.decision.Unit");

  /** Who else gives verdicts: nobody may take them for a rule's, nor a rule's for theirs. */
  private static final Set<String> NOT_RULES = Set.of("path", "rights", "override");

  static final String MAP_TYPES =
      "; a file that was written for other types needs a types.csv beside it that says what they"
          + " are here";

  private final TokenStream in;

  private RuleFileParser(TokenStream in) {
    this.in = in;
  }

  /**
   * Reads one file.
   *
   * @return its rules, in the order in which they stand
   * @throws Refused at the first thing that may not stand there
   */
  public static List<RuleTree> parse(String text) throws Refused {
    return parse(Lexer.tokens(text));
  }

  /**
   * Reads one file that was cut already.
   *
   * @param tokens its words; the last is of kind END
   * @return its rules, in the order in which they stand
   * @throws Refused at the first thing that may not stand there
   */
  public static List<RuleTree> parse(List<Token> tokens) throws Refused {
    return new RuleFileParser(new TokenStream(tokens)).file();
  }

  private List<RuleTree> file() throws Refused {
    if (in.takeIf("package")) {
      dottedName();
      in.takeIf(";");
    }
    while (in.peek().is("import")) {
      listedImport();
    }
    List<RuleTree> rules = new ArrayList<>();
    while (in.peek().kind() != Token.Kind.END) {
      Token token = in.peek();
      if (!token.is("rule")) {
        Forbidden.check(in.hyphenated());
        throw new Refused(
            token.line(),
            "found %s; expected 'rule \"name\"', and nothing between rules"
                .formatted(token.shown()));
      }
      rules.add(rule());
      in.takeIf(";");
    }
    return rules;
  }

  private void listedImport() throws Refused {
    Token start = in.take();
    String type =
        in.peek().is("function") || in.peek().is("static") || in.peek().is("accumulate")
            ? in.take().text()
            : dottedName();
    in.takeIf(";");
    if (!IMPORTS.contains(type)) {
      throw new Refused(
          start.line(),
          "found the import of %s; expected none: OrderContext, LimitKind, Unit and Ops are known%s%s"
              .formatted(type, MAP_TYPES, ", as in %s,OrderContext".formatted(type)));
    }
  }

  private String dottedName() throws Refused {
    StringBuilder name = new StringBuilder();
    do {
      name.append(name.isEmpty() ? "" : ".");
      name.append(
          in.peek().is("*") ? in.take().text() : in.expect(Token.Kind.WORD, "a name").text());
    } while (in.takeIf("."));
    return name.toString();
  }

  private RuleTree rule() throws Refused {
    Token start = in.take();
    Token name = in.take();
    boolean named = name.kind() == Token.Kind.STRING || name.kind() == Token.Kind.WORD;
    if (!named || !NAME.matcher(name.text()).matches()) {
      throw new Refused(
          name.line(),
          "found the rule name %s; expected 1 to 64 letters, digits, blanks and . _ / - in quotes,"
                  .formatted(name.shown())
              + " with no blank at an end and no two in a row");
    }
    if (NOT_RULES.contains(name.text().toLowerCase(Locale.ROOT))) {
      throw new Refused(
          name.line(),
          "found the rule name %s, by which verdicts are known that are no rule's; expected another"
              .formatted(name.shown()));
    }
    int salience = attributes();
    in.expect("when", "after the rule's name");
    int line = in.peek().line();
    String fact = fact();
    Condition condition = new PatternParser(in).patterns();
    List<VerdictCall> calls = new ConsequenceParser(in, fact).calls();
    RuleTree rule = new RuleTree(name.text(), start.line(), salience, condition, calls);
    if (rule.levels() > MAX_LEVELS) {
      throw new Refused(
          line,
          "found parentheses, signs and functions %d deep in one another; expected at most %d: split"
                  .formatted(rule.levels(), MAX_LEVELS)
              + " the rule");
    }
    return rule;
  }

  private String fact() throws Refused {
    Token name = in.take();
    Forbidden.check(name);
    if (name.kind() != Token.Kind.WORD || !in.peek().is(":")) {
      throw new Refused(
          name.line(),
          "found %s; expected $o : OrderContext( … ), with the conditions between the parentheses"
              .formatted(name.shown()));
    }
    in.take();
    return name.text();
  }

  private int attributes() throws Refused {
    int salience = 0;
    while (!in.peek().is("when")) {
      Token attribute = in.hyphenated();
      in.take();
      if (attribute.is("salience")) {
        salience = salience();
      } else if (attribute.is("dialect")) {
        Token dialect = in.expect(Token.Kind.STRING, "\"java\"");
        if (!dialect.text().equals("java")) {
          throw new Refused(
              dialect.line(), "found dialect %s; expected \"java\"".formatted(dialect.shown()));
        }
      } else if (!attribute.is(",")) {
        Forbidden.check(attribute);
        throw new Refused(
            attribute.line(),
            "found %s; expected 'salience' with a whole number, or 'when'"
                .formatted(attribute.shown()));
      }
    }
    return salience;
  }

  private int salience() throws Refused {
    boolean negative = in.takeIf("-");
    Token number = in.expect(Token.Kind.NUMBER, "a whole number after salience");
    try {
      int value = Integer.parseInt(number.text());
      if (value <= MAX_SALIENCE) {
        return negative ? -value : value;
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number that is too large.
    }
    throw new Refused(
        number.line(),
        "found salience %s; expected a whole number of at most %d"
            .formatted(number.text(), MAX_SALIENCE));
  }
}
