package io.headgate.itests.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the guide and the steps in it; how it is written stands in docs/guide/README.md. */
record Page(String name, List<Step> steps) {

  private static final Pattern FENCE = Pattern.compile("```\\s*(\\S*)\\s*(\\S*)\\s*");
  private static final Pattern EXIT_CODE = Pattern.compile("\\(exit code (\\d+)\\)");
  private static final String SHELL = "$ ";
  private static final String CONSOLE = "headgate> ";

  /**
   * @throws IllegalArgumentException if a block is not of a kind that the convention knows; the
   *     message names page and line
   */
  static Page read(Path file) throws IOException {
    return parse(String.valueOf(file.getFileName()), Files.readAllLines(file));
  }

  static Page parse(String name, List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        continue;
      }
      int begin = i + 1;
      do {
        i++;
        if (i == lines.size()) {
          throw new IllegalArgumentException(name + ":" + begin + ": the block has no end");
        }
      } while (!lines.get(i).strip().equals("```"));
      block(name, begin, fence.group(1), fence.group(2), lines.subList(begin, i), steps);
    }
    return new Page(name, List.copyOf(steps));
  }

  private static void block(
      String page, int line, String kind, String path, List<String> lines, List<Step> steps) {
    if (kind.equals("console")) {
      commands(page, line, lines, steps);
    } else if (!path.isEmpty()) {
      steps.add(new Step.Write(line, Path.of(path), String.join("\n", lines) + "\n"));
    } else if (kind.isEmpty() || kind.equals("sh") || kind.equals("bash")) {
      throw new IllegalArgumentException(
          page + ":" + line + ": a block is console, text, or a language with a file name");
    } else if (lines.stream().anyMatch(l -> l.startsWith(SHELL) || l.startsWith(CONSOLE))) {
      throw new IllegalArgumentException(
          page + ":" + line + ": commands stand in console blocks, where they are tested");
    }
  }

  private static void commands(String page, int begin, List<String> lines, List<Step> steps) {
    int i = 0;
    while (i < lines.size()) {
      int line = begin + i + 1;
      boolean shell = lines.get(i).startsWith(SHELL);
      if (!shell && !lines.get(i).startsWith(CONSOLE)) {
        throw new IllegalArgumentException(
            page + ":" + line + ": a console block begins with '$ ' or 'headgate> '");
      }
      StringBuilder text =
          new StringBuilder(lines.get(i).substring((shell ? SHELL : CONSOLE).length()));
      while (text.toString().endsWith("\\") && i + 1 < lines.size()) {
        text.append('\n').append(lines.get(++i));
      }
      i++;
      List<String> expected = new ArrayList<>();
      int exitCode = 0;
      for (; i < lines.size() && !isPrompt(lines.get(i)); i++) {
        Matcher code = EXIT_CODE.matcher(lines.get(i).strip());
        if (code.matches()) {
          exitCode = Integer.parseInt(code.group(1));
        } else if (!lines.get(i).isBlank()) {
          expected.add(lines.get(i));
        }
      }
      Step.Where where = shell ? Step.Where.SHELL : Step.Where.CONSOLE;
      steps.add(new Step.Command(line, where, text.toString(), List.copyOf(expected), exitCode));
    }
  }

  private static boolean isPrompt(String line) {
    return line.startsWith(SHELL) || line.startsWith(CONSOLE);
  }
}
