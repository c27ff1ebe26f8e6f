package io.headgate.node.internal.session;

import io.headgate.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code headgate replay} was asked for.
 *
 * @param files files to read, in this order, as absolute paths
 * @param options value by option, without the dashes; absent ones are absent
 * @param settings settings of the strategy, in the order given
 * @param json whether to print nothing but the summary
 */
record ReplayArguments(
    List<Path> files, Map<String, String> options, Map<String, String> settings, boolean json) {

  private static final String STRATEGY = "strategy";
  private static final String STRATEGY_NAME = "[a-z0-9-]{1,32}";

  /** Options that take a value, and what must stand there. */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("instrument", "SYMBOL.VENUE such as EURUSD.FXCM"),
          Map.entry("columns", "names separated by commas, such as millisOfDay,bid,ask"),
          Map.entry("date", "a date such as 2014-05-08"),
          Map.entry("zone", "a time zone such as UTC or America/New_York"),
          Map.entry("price-scale", "a power of ten: recorded prices are prices times this"),
          Map.entry("size-scale", "a power of ten: recorded sizes are sizes times this"),
          Map.entry("bar-millis", "the length of a bar, or 0 where its time is its end"),
          Map.entry("speed", "max, or a number above 0: so many times as fast as recorded"),
          Map.entry("header", "yes, no or auto"),
          Map.entry("delimiter", "one character, or tab"),
          Map.entry("bad-row-policy", "skip or fail"),
          Map.entry("max-crossed-bps", "a number from 0 to 10000"),
          Map.entry("max-jump-factor", "a number from 1.01 to 1000000"),
          Map.entry(STRATEGY, "the name of a strategy, such as momentum"));

  /**
   * Reads and checks the arguments.
   *
   * @param cwd folder from which relative file names count
   * @throws UsageException if an argument is wrong; the message names it, its value and what was
   *     expected
   */
  static ReplayArguments parse(List<String> arguments, Path cwd) {
    List<Path> files = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    boolean json = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        files.add(file(argument, cwd));
      } else if (argument.equals("--json")) {
        json = true;
      } else {
        int equals = argument.indexOf('=');
        boolean joined = equals > 0;
        String name = argument.substring(2, joined ? equals : argument.length());
        requireKnown(name);
        @Nullable String value = joined ? argument.substring(equals + 1) : next(arguments, i);
        i += joined ? 0 : 1;
        take(name, value, options, settings);
      }
    }
    if (files.isEmpty()) {
      throw new UsageException("replay needs a FILE: CSV, plain, .gz or .zip");
    }
    require(options, "instrument");
    require(options, "columns");
    return new ReplayArguments(
        List.copyOf(files), Map.copyOf(options), new LinkedHashMap<>(settings), json);
  }

  private static @Nullable String next(List<String> arguments, int i) {
    return i + 1 < arguments.size() ? arguments.get(i + 1) : null;
  }

  private static void requireKnown(String name) {
    if (!EXPECTED.containsKey(name) && !name.equals("set")) {
      throw new UsageException(
          "replay does not know --%s; \"headgate replay --help\" says what it knows"
              .formatted(name));
    }
  }

  private static void take(
      String name,
      @Nullable String value,
      Map<String, String> options,
      Map<String, String> settings) {
    if (value == null || value.isBlank()) {
      throw new UsageException(
          "--%s has no value, expected %s"
              .formatted(name, EXPECTED.getOrDefault(name, "key=value")));
    }
    if (name.equals("set")) {
      int equals = value.indexOf('=');
      if (equals < 1 || !value.substring(0, equals).matches("[A-Za-z][A-Za-z0-9_.]*")) {
        throw refusal("set", value, "key=value, such as fast=20");
      }
      settings.put(value.substring(0, equals), value.substring(equals + 1));
      return;
    }
    check(name, value);
    if (options.put(name, value) != null) {
      throw new UsageException("--%s stands twice".formatted(name));
    }
  }

  private static void check(String name, String value) {
    switch (name) {
      case "instrument" -> parsed(name, value, InstrumentId::parse);
      case "date" -> parsed(name, value, LocalDate::parse);
      case "zone" -> parsed(name, value, ZoneId::of);
      case "price-scale", "size-scale" -> {
        if (parsed(name, value, BigDecimal::new).signum() <= 0) {
          throw refusal(name, value, EXPECTED.getOrDefault(name, ""));
        }
      }
      case STRATEGY -> {
        if (!value.matches(STRATEGY_NAME)) {
          throw refusal(name, value, EXPECTED.getOrDefault(name, ""));
        }
      }
      default -> {
        // The rest is the data adapter's own language: it checks that before it reads a row.
      }
    }
  }

  private static <T> T parsed(String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw refusal(name, value, EXPECTED.getOrDefault(name, ""));
    }
  }

  private static UsageException refusal(String name, String value, String expected) {
    return new UsageException("--%s is '%s', expected %s".formatted(name, value, expected));
  }

  private static void require(Map<String, String> options, String name) {
    if (!options.containsKey(name)) {
      throw new UsageException("--%s is missing, expected %s".formatted(name, EXPECTED.get(name)));
    }
  }

  private static Path file(String name, Path cwd) {
    Path file = cwd.resolve(name).normalize();
    if (Files.isDirectory(file)) {
      throw new UsageException("FILE %s is a folder, expected a file".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new UsageException(
          "FILE %s %s; correct the name or its rights"
              .formatted(file, Files.exists(file) ? "cannot be read" : "does not exist"));
    }
    return file;
  }

  InstrumentId instrument() {
    return InstrumentId.parse(options.getOrDefault("instrument", ""));
  }

  /** Name of the strategy to run. */
  String strategy() {
    return options.getOrDefault(STRATEGY, "momentum");
  }

  /**
   * The options that the data adapter takes, by its own keys ({@code price-scale} is its {@code
   * priceScale}).
   */
  Map<String, Object> adapterSettings() {
    Map<String, Object> adapter = new LinkedHashMap<>();
    options.forEach(
        (name, value) -> {
          if (!name.equals(STRATEGY)) {
            adapter.put(key(name), value);
          }
        });
    adapter.put("files", files.stream().map(Path::toString).toArray(String[]::new));
    return adapter;
  }

  /** What the data adapter says about one of its keys, in words of the command line. */
  static String inOptions(String message) {
    String text = message.replaceFirst("^(etc/)?[a-z.]+\\.cfg: ", "");
    for (String name : EXPECTED.keySet()) {
      if (text.startsWith(key(name) + " ")) {
        return "--" + name + text.substring(key(name).length());
      }
    }
    return text;
  }

  private static String key(String option) {
    StringBuilder key = new StringBuilder();
    for (String word : option.split("-")) {
      key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return key.toString();
  }
}
