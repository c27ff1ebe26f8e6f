package io.headgate.spi.plugin;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of one {@code .cfg} file, each read within its range. Metatype only describes, and the
 * container throws when a text is no number: here both become one message that names file, key,
 * value, range and the next step.
 */
public final class ConfigFile {

  private static final String FILE = "felix.fileinstall.filename";

  private final String pid;
  private final Map<String, Object> properties;

  /**
   * @param pid the PID or factory PID, such as {@code io.headgate.brokers.paper}
   * @param properties the configuration as {@code @Activate} and {@code @Modified} get it
   */
  public ConfigFile(String pid, Map<String, Object> properties) {
    this.pid = pid;
    this.properties = Map.copyOf(properties);
  }

  /** The file as a person finds it, such as {@code etc/io.headgate.brokers.paper.cfg}. */
  public String file() {
    Object from = properties.get(FILE);
    if (from != null) {
      String path = from.toString();
      return "etc/" + path.substring(path.lastIndexOf('/') + 1);
    }
    Object instance = properties.get("service.factoryPid");
    return instance == null
        ? "etc/" + pid + ".cfg"
        : "configuration " + properties.getOrDefault("service.pid", pid);
  }

  /**
   * A name for what this file configures: the value of {@code key} if it is 1 to 32 of {@code a-z
   * 0-9 -}, else the last part of the file's name, so that what cannot start has a name too.
   */
  public String nameOr(String key) {
    String name = String.valueOf(properties.getOrDefault(key, ""));
    if (isName(name)) {
      return name;
    }
    String file = file().replaceFirst("\\.cfg$", "");
    String last =
        file.substring(file.lastIndexOf('.') + 1)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]", "-");
    return last.substring(0, Math.min(32, last.length()));
  }

  private static boolean isName(String text) {
    return text.matches("[a-z0-9-]{1,32}");
  }

  /** The name of a plug-in: 1 to 32 of {@code a-z 0-9 -}. */
  public String name(String key, Supplier<String> value) {
    return text(key, value, Pattern.compile("[a-z0-9-]{1,32}"), "1 to 32 of a-z, 0-9 and -");
  }

  /** A whole number from {@code min} to {@code max}. */
  public long whole(String key, LongSupplier value, long min, long max) {
    String expected = "a whole number from %d to %d".formatted(min, max);
    long found = read(key, value::getAsLong, expected);
    if (found < min || found > max) {
      throw wrong(key, found, expected);
    }
    return found;
  }

  /** A whole number from {@code min} to {@code max}, for what counts in an {@code int}. */
  public int count(String key, LongSupplier value, int min, int max) {
    return Math.toIntExact(whole(key, value, min, max));
  }

  /** A number from {@code min} to {@code max}, never NaN. */
  public double number(String key, DoubleSupplier value, double min, double max) {
    String expected = "a number from %s to %s".formatted(min, max);
    double found = read(key, value::getAsDouble, expected);
    if (!(found >= min && found <= max)) {
      throw wrong(key, found, expected);
    }
    return found;
  }

  /**
   * A decimal as a scaled long, nine decimals.
   *
   * @param min smallest allowed, nine decimals
   * @param max largest allowed, nine decimals
   */
  public long decimal(String key, Supplier<String> value, long min, long max) {
    String expected =
        "a decimal number from %s to %s".formatted(Fixed.format(min), Fixed.format(max));
    long found;
    String text = read(key, value, expected);
    try {
      found = Fixed.parse(text.trim());
    } catch (NumberFormatException e) {
      throw wrong(key, text, expected);
    }
    if (found < min || found > max) {
      throw wrong(key, text, expected);
    }
    return found;
  }

  /** {@code true} or {@code false}; the container alone would take every other word for false. */
  public boolean flag(String key, BooleanSupplier value) {
    Object given = properties.get(key);
    if (given != null && !given.toString().trim().matches("(?i)true|false")) {
      throw wrong(key, given, "true or false");
    }
    return read(key, value::getAsBoolean, "true or false");
  }

  /**
   * A text of a form.
   *
   * @param form what the whole text must match
   * @param expected the form in words
   */
  public String text(String key, Supplier<String> value, Pattern form, String expected) {
    String found = read(key, value, expected).trim();
    if (!form.matcher(found).matches()) {
      throw wrong(key, found, expected);
    }
    return found;
  }

  /** One of the constants of an enum, as it is written there. */
  public <E extends Enum<E>> E oneOf(String key, Supplier<String> value, Class<E> type) {
    String expected = "one of " + Arrays.toString(type.getEnumConstants());
    String found = read(key, value, expected).trim();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(found)) {
        return constant;
      }
    }
    throw wrong(key, found, expected);
  }

  /** The entries of a text with commas, trimmed, without empty ones. */
  public List<String> list(String key, Supplier<String> value) {
    return Arrays.stream(read(key, value, "a list with commas").split(",", -1))
        .map(String::trim)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** At least one instrument, {@code SYMBOL.VENUE} with commas, each once; sorted. */
  public Set<InstrumentId> instruments(String key, Supplier<String> value) {
    String expected = "SYMBOL.VENUE with commas, as in ALFA.SIM, BRVO.SIM";
    Set<InstrumentId> ids = new TreeSet<>();
    for (String entry : list(key, value)) {
      InstrumentId id;
      try {
        id = InstrumentId.parse(entry);
      } catch (IllegalArgumentException e) {
        throw wrong(key, entry, expected);
      }
      if (!ids.add(id)) {
        throw wrong(key, entry, "each instrument once");
      }
    }
    if (ids.isEmpty()) {
      throw wrong(key, "", expected);
    }
    return ids;
  }

  /** What is wrong with the value that the file gives to a key. */
  public IllegalArgumentException wrong(String key, String expected) {
    return wrong(key, properties.getOrDefault(key, ""), expected);
  }

  /** What is wrong with a value, or with an entry of it. */
  public IllegalArgumentException wrong(String key, @Nullable Object found, String expected) {
    return new IllegalArgumentException(
        "%s: %s is '%s', expected %s; correct it and save the file"
            .formatted(file(), key, found, expected));
  }

  private <T> T read(String key, Supplier<T> value, String expected) {
    T found;
    try {
      found = value.get();
    } catch (RuntimeException e) {
      throw wrong(key, expected);
    }
    if (found == null) {
      throw wrong(key, expected);
    }
    return found;
  }
}
