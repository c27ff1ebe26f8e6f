package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.sentence.SentenceFile;
import io.headgate.rules.drools.internal.table.DecisionTable;
import io.headgate.rules.drools.internal.table.Types;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rule files of one policy are read, by the ends of their names.
 *
 * @param dictionary of the sentences; null if there is none
 * @param types other names for what is known here
 */
record RuleReaders(@Nullable Dictionary dictionary, Types types) {

  /** Reads one file. */
  @FunctionalInterface
  interface RuleReader {
    /**
     * @throws Refused at the first thing that may not stand there
     */
    List<RuleTree> read() throws Refused;
  }

  /** The reader of a file; null if it holds no rules. */
  @Nullable RuleReader of(String path, String text) {
    if (path.endsWith(".drl")) {
      return () -> RuleFileParser.parse(types.translate(Lexer.tokens(text, 1)));
    }
    if (path.endsWith(".dslr")) {
      return () -> sentences(text);
    }
    boolean table =
        path.endsWith(".csv")
            && !path.endsWith("/examples.csv")
            && !path.endsWith("/" + Types.FILE);
    return table ? () -> DecisionTable.parse(text, types, dictionary) : null;
  }

  private List<RuleTree> sentences(String text) throws Refused {
    if (dictionary == null) {
      throw new Refused(
          1,
          "cannot be read without a sound dictionary; put %s beside the folder policies"
              .formatted(Dictionary.FILE));
    }
    return SentenceFile.parse(text, dictionary);
  }
}
