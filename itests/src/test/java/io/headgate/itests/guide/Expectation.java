package io.headgate.itests.guide;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a page shows against what came: lines in order, runs of blanks as one, … for anything. */
final class Expectation {

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

  private Expectation() {}

  /** The first line that the page shows and that did not come in its turn. */
  static Optional<String> firstMissing(List<String> expected, String output) {
    List<String> lines = output.lines().map(Expectation::plain).toList();
    int from = 0;
    for (String line : expected) {
      Pattern pattern = pattern(plain(line));
      int found = from;
      while (found < lines.size() && !pattern.matcher(lines.get(found)).matches()) {
        found++;
      }
      if (found == lines.size()) {
        return Optional.of(line);
      }
      // A line of nothing but … stands for any number of lines, so it takes none away.
      from = plain(line).equals("…") ? found : found + 1;
    }
    return Optional.empty();
  }

  private static String plain(String line) {
    return COLOURS.matcher(line).replaceAll("").replaceAll("\\s+", " ").strip();
  }

  private static Pattern pattern(String line) {
    StringBuilder regex = new StringBuilder();
    for (String part : line.split("…", -1)) {
      regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part.strip()));
    }
    return Pattern.compile(regex.toString().replace("\\E.*\\Q", "\\E\\s*.*\\s*\\Q"));
  }
}
