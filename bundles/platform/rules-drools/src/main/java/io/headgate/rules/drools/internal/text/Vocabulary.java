package io.headgate.rules.drools.internal.text;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words by which a rule may look at an order: what the order context knows, and no more. */
public final class Vocabulary {

  /** Properties that are yes or no. */
  public static final Set<String> FLAGS = Set.of("buy", "replace");

  /** Numbers and limits by property. */
  public static final Map<String, Amount> AMOUNTS = amounts();

  /** Texts by property. */
  public static final Map<String, ContextText> TEXTS = texts();

  private Vocabulary() {}

  /** Property of a limit, for example {@code maxOrderQty} or {@code warnMaxOrderQty}. */
  public static String property(LimitKind kind, boolean warning) {
    StringBuilder property = new StringBuilder(warning ? "warn" : "");
    for (String part : kind.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      property.append(property.isEmpty() ? part : capital(part));
    }
    return property.toString();
  }

  /** Name of the getter of a property. */
  public static String getter(String property) {
    return (FLAGS.contains(property) ? "is" : "get") + capital(property);
  }

  /** The property that a getter reads, whether or not it exists; null if it is not one's name. */
  public static @Nullable String ofGetter(String getter) {
    for (String prefix : new String[] {"get", "is"}) {
      int length = prefix.length();
      if (getter.startsWith(prefix) && getter.length() > length) {
        String property = getter.substring(length);
        property = Character.toLowerCase(property.charAt(0)) + property.substring(1);
        if (getter(property).equals(getter)) {
          return property;
        }
      }
    }
    return null;
  }

  /** The known property that looks most like the word, for a message. */
  public static String nearest(String word) {
    Set<String> known = new TreeSet<>(AMOUNTS.keySet());
    known.addAll(TEXTS.keySet());
    known.addAll(FLAGS);
    String best = "quantity";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein's distance, over at most 64 characters. */
  private static int distance(String left, String right) {
    String a = left.substring(0, Math.min(64, left.length()));
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int swap = diagonal + (a.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }

  /** All values that a field can have; empty where they are not known beforehand. */
  public static List<String> words(ContextText field) {
    return switch (field) {
      case SIDE -> names(Side.values());
      case ORD_TYPE -> names(OrdType.values());
      case TIME_IN_FORCE -> names(TimeInForce.values());
      case ASSET_CLASS -> names(AssetClass.values());
      case REQUEST -> List.of("NEW", "REPLACE");
      case PHASE -> List.of("CLOSED", "OPENING_AUCTION", "OPEN", "CLOSING_AUCTION");
      default -> List.of();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Map<String, Amount> amounts() {
    Map<String, Amount> amounts = new TreeMap<>();
    for (ContextNumber number : ContextNumber.values()) {
      amounts.put(number.property(), new Amount.Field(number));
    }
    for (LimitKind kind : LimitKind.values()) {
      amounts.put(property(kind, false), new Amount.Limit(kind, false));
      amounts.put(property(kind, true), new Amount.Limit(kind, true));
    }
    return Collections.unmodifiableMap(amounts);
  }

  private static Map<String, ContextText> texts() {
    Map<String, ContextText> texts = new TreeMap<>();
    for (ContextText text : ContextText.values()) {
      texts.put(text.property(), text);
    }
    return Collections.unmodifiableMap(texts);
  }
}
