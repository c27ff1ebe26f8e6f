package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.gear.Compilation;
import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.sentence.SentenceFile;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes rules out of bare conditions. */
public final class Rules {

  public static final String HASH = "0".repeat(64);

  private Rules() {}

  /** A rule that says one thing when a condition holds. */
  public static String text(String name, String condition) {
    return "rule \"%s\" when $o : OrderContext(%s) then $o.block(\"TEST_HIT\", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end%n"
        .formatted(name, condition);
  }

  /** One rule for each condition, named c0, c1, … */
  public static List<PlacedRule> of(List<String> conditions) throws Refused {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      file.append(text("c" + i, conditions.get(i)));
    }
    return parsed(file.toString());
  }

  /** The rules of a file, in its order. */
  public static List<PlacedRule> parsed(String file) throws Refused {
    List<PlacedRule> rules = new ArrayList<>();
    RuleFileParser.parse(file)
        .forEach(tree -> rules.add(new PlacedRule("test", "policies/test/test.drl", tree)));
    return rules;
  }

  /** All rules that Headgate ships. */
  public static List<PlacedRule> shipped() throws Exception {
    Dictionary dictionary =
        Dictionary.read(Files.readString(Folder.SHIPPED.resolve(Dictionary.FILE)));
    List<PlacedRule> rules = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Folder.SHIPPED.resolve("policies"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".drl")) {
          rules.addAll(parsed(Files.readString(file)));
        } else if (name.endsWith(".dslr")) {
          SentenceFile.parse(Files.readString(file), dictionary)
              .forEach(tree -> rules.add(new PlacedRule("test", name, tree)));
        }
      }
    }
    return rules;
  }

  /** Compiled as it would serve. */
  public static Compilation compiled(List<PlacedRule> rules) throws CompileException {
    return new RuleCompiler(true).compile(HASH, rules);
  }
}
