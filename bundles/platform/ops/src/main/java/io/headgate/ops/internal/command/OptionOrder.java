package io.headgate.ops.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * Tells whoever has written an option behind an argument where it belongs. The shell reads options
 * up to the first argument, and takes what comes after it for one argument too many, or for the
 * argument that is still missing; what it says of that is no help.
 */
@Component(service = CommandSessionListener.class, immediate = true)
public final class OptionOrder implements CommandSessionListener {

  private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z-]*(=.*)?");

  /** A word, with quotes and what they hold; or what parts one command from the next. */
  private static final Pattern PARTS =
      Pattern.compile("((?:\"[^\"]*+(?:\"|\\z)|'[^']*+(?:'|\\z)|[^\\s;|&\"']++)++)|[;|&\\n]");

  @Override
  public void beforeExecute(CommandSession session, CharSequence line) {
    // Only what has failed is looked at.
  }

  @Override
  public void afterExecute(CommandSession session, CharSequence line, Object result) {
    // Nothing has failed.
  }

  @Override
  public void afterExecute(CommandSession session, CharSequence line, Exception exception) {
    String hint = hint(line.toString(), exception.getMessage());
    if (!hint.isEmpty()) {
      session.getConsole().println(hint);
    }
  }

  /**
   * What to say; empty where a failure has nothing to do with the order of options.
   *
   * @param line as it was typed
   * @param failure what the shell or the command says
   */
  static String hint(String line, @Nullable String failure) {
    String told = failure == null ? "" : failure;
    boolean tooMany = told.toLowerCase(Locale.ROOT).contains("too many arguments");
    for (List<String> words : statements(line)) {
      int late = late(words);
      if (late > 0 && (tooMany || told.contains(words.get(late)))) {
        return "Options stand before arguments: " + ordered(words, late);
      }
    }
    return "";
  }

  /** The command as it should be; in words where only the command knows what belongs together. */
  private static String ordered(List<String> words, int late) {
    String command = words.get(0);
    String option = words.get(late);
    if (late < words.size() - 1) {
      return "write %s, with its value if it takes one, right after %s".formatted(option, command);
    }
    List<String> ordered = new ArrayList<>(words.subList(0, late));
    ordered.add(1, option);
    return String.join(" ", ordered);
  }

  /** Where the first option behind an argument stands; 0 if there is none. */
  private static int late(List<String> words) {
    boolean argument = false;
    for (int i = 1; i < words.size(); i++) {
      boolean option = OPTION.matcher(words.get(i)).matches();
      if (option && argument) {
        return i;
      }
      argument |= !option;
    }
    return 0;
  }

  /** The commands of a line, each as its words; what is quoted stays one word with its quotes. */
  private static List<List<String>> statements(String line) {
    List<List<String>> statements = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher parts = PARTS.matcher(line);
    while (parts.find()) {
      if (parts.group(1) != null) {
        words.add(parts.group(1));
      } else {
        statements.add(words);
        words = new ArrayList<>();
      }
    }
    statements.add(words);
    return statements;
  }
}
