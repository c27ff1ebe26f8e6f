package io.headgate.ops.internal.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not leave the machine, found twice: by the names of keys that hold secrets, and by the
 * values of all secrets that the node knows, wherever they turn up.
 */
public final class Secrets {

  /** What stands in place of a secret. */
  public static final String MASK = "***";

  /** Shorter values turn up by accident everywhere; their lines are masked by their keys. */
  private static final int SHORTEST_VALUE = 5;

  private static final long LARGEST_FILE = 64 * 1024;

  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "pass(word|wd|phrase|code)?|pwd|secret|token|credential|salt"
              + "|(api|private|access|client|encryption|signing|shared)[._-]?key",
          Pattern.CASE_INSENSITIVE);

  /** Files of which nothing is taken. */
  private static final Pattern SECRET_FILE =
      Pattern.compile(
          "users\\.properties.*|keys\\.properties.*|.*\\.(key|pem|p12|pfx|jks|jceks|keystore"
              + "|truststore|crt|pub|htpasswd)|.*(secret|password|credential|token).*",
          Pattern.CASE_INSENSITIVE);

  /** Folders of which nothing is taken. */
  private static final Pattern SECRET_FOLDER =
      Pattern.compile("(^|.*/)(secrets?|tls|keys|certs?)/.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?m)^([ \\t#!]*)([^\\s=:#!]+)([ \\t]*[=:][ \\t]*)(.*(?:(?<=\\\\)\\R.*)*)$");

  /** The same in the midst of a line: a query, a list, an attribute, an option, an element. */
  private static final Pattern INLINE =
      Pattern.compile(
          "([\\w.-]{0,40}(?:passw(?:or)?d|passphrase|secret|token|credential|api[._-]?key)[\\w.-]{0,20}"
              + "[\"']?(?:\\s*[=:]\\s*|>)[\"']?)([^\\s&\"',;}<)]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LOOKS_SECRET =
      Pattern.compile(
          "(?s)-----BEGIN [A-Z0-9 ]*-----.*?(-----END [A-Z0-9 ]*-----|\\z)"
              + "|\\{CRYPT\\}[^\\s,]*"
              + "|(?i:(?<=\\bBasic )|(?<=\\bBearer ))[A-Za-z0-9._~+/=-]{6,}"
              + "|(?<=://)[^\\s/@:]+:[^\\s/@]+(?=@)");

  private final Set<String> values = new HashSet<>();

  /** Whether a key names a secret. */
  static boolean isSecretKey(String key) {
    return SECRET_KEY.matcher(key).find();
  }

  /** Whether nothing of a file, named from the folder of settings on, may be taken. */
  static boolean isSecretFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return SECRET_FILE.matcher(name).matches() || SECRET_FOLDER.matcher(path).matches();
  }

  /** Learns the values of keys that name secrets. */
  public void learn(Map<?, ?> settings) {
    settings.forEach(
        (key, value) -> {
          if (isSecretKey(String.valueOf(key))) {
            add(String.valueOf(value));
          }
        });
  }

  private void add(String value) {
    String trimmed = value.trim();
    if (trimmed.length() >= SHORTEST_VALUE && !trimmed.equals("false")) {
      values.add(trimmed);
    }
  }

  /**
   * Learns from a folder of settings: values of secret keys, files that such a key names, and every
   * line of files that hold nothing but secrets.
   *
   * @throws IOException if the folder cannot be read
   */
  public void learn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= LARGEST_FILE) {
          learnFile(folder, file);
        }
      }
    }
  }

  private void learnFile(Path folder, Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    if (isSecretFile(folder.relativize(file).toString().replace('\\', '/'))) {
      text.lines().filter(line -> !line.startsWith("#")).forEach(this::learnLine);
      return;
    }
    Matcher matcher = ASSIGNMENT.matcher(text);
    while (matcher.find()) {
      if (isSecretKey(matcher.group(2))) {
        add(matcher.group(4));
        learnReference(folder, matcher.group(4).trim());
      }
    }
    Matcher inline = INLINE.matcher(text);
    while (inline.find()) {
      add(inline.group(2));
    }
  }

  /** A line of a file of secrets: all of it, and what stands behind a name. */
  private void learnLine(String line) {
    add(line);
    int equals = line.indexOf('=');
    if (equals >= 0) {
      String value = line.substring(equals + 1).trim();
      add(value);
      for (String part : value.split(",", -1)) {
        if (!part.trim().startsWith("_g_")) {
          add(part);
        }
      }
    }
  }

  private void learnReference(Path folder, String value) throws IOException {
    String name = value.replaceFirst("^file:(//)?", "").replaceFirst("^\\$\\{karaf\\.etc\\}/?", "");
    if (name.isEmpty() || name.length() > 512 || name.indexOf('\0') >= 0) {
      return;
    }
    Path root = folder.toAbsolutePath().getParent();
    for (Path base : root == null ? List.of(folder) : List.of(folder, root)) {
      try {
        Path file = base.resolve(name);
        if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .lines()
              .forEach(this::add);
        }
      } catch (java.nio.file.InvalidPathException e) {
        return;
      }
    }
  }

  /** A text without secrets. */
  public String mask(String text) {
    String masked =
        ASSIGNMENT
            .matcher(text)
            .replaceAll(
                match ->
                    isSecretKey(match.group(2)) && !match.group(4).isBlank()
                        ? Matcher.quoteReplacement(
                            match.group(1) + match.group(2) + match.group(3) + MASK)
                        : Matcher.quoteReplacement(match.group()));
    masked =
        INLINE.matcher(masked).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + MASK));
    masked = LOOKS_SECRET.matcher(masked).replaceAll(MASK);
    for (String value :
        values.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      masked = masked.replace(value, MASK);
    }
    return masked;
  }
}
