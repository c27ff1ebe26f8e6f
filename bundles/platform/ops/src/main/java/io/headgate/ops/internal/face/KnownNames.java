package io.headgate.ops.internal.face;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.position.Account;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be named in a limit row, as far as this node can know it. A name that is not among them
 * may be mistyped, or may be there tomorrow, or on another node; so it is shown, never refused.
 * Traders are not looked at: any login may trade.
 */
final class KnownNames {

  /** Names for which the nearest is looked up, so that a long list of strangers costs little. */
  private static final int LOOKED_UP = 200;

  /** In a row it stands for orders of no strategy, and for instruments of no sector. */
  private static final String NONE = "-";

  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<String, String> told = new HashMap<>();

  /**
   * What is known now.
   *
   * @param reference accounts and instruments; null where they are not there, and not looked at
   * @param strategies those of this node; null as above
   */
  static KnownNames of(@Nullable ReferenceData reference, @Nullable StrategyControl strategies) {
    KnownNames known = new KnownNames();
    if (reference != null) {
      Collection<Instrument> instruments = reference.instruments();
      known.put("account", reference.accounts().stream().map(Account::id));
      known.put("instrument", instruments.stream().map(one -> one.id().toString()));
      known.put("symbol", instruments.stream().map(one -> one.id().symbol()));
      known.put("sector", instruments.stream().map(Instrument::sector));
    }
    if (strategies != null) {
      known.put("strategy", strategies.list().stream().map(StrategyStatus::name));
    }
    return known;
  }

  private void put(String kind, Stream<String> known) {
    names.put(kind, known.collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The names of a row that are not known, each with the nearest that is; empty if all are. */
  String unknownIn(LimitRow row) {
    return Stream.of(row.who(), row.what())
        .map(this::unknown)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String unknown(String scope) {
    int sign = scope.indexOf('=');
    Set<String> known = sign < 0 ? null : names.get(scope.substring(0, sign));
    String name = scope.substring(sign + 1);
    if (known == null || known.contains(name) || name.equals(NONE)) {
      return "";
    }
    return told.size() < LOOKED_UP
        ? told.computeIfAbsent(scope, unseen -> withNearest(unseen, name, known))
        : told.getOrDefault(scope, scope);
  }

  private static String withNearest(String scope, String name, Set<String> known) {
    String nearest = nearest(name, known);
    return nearest.isEmpty() ? scope : "%s (nearest: %s)".formatted(scope, nearest);
  }

  /** The name that takes the fewest changes, if those are fewer than half of its letters. */
  private static String nearest(String name, Set<String> known) {
    String nearest = "";
    int least = name.length() < 3 ? 1 : (name.length() + 1) / 2;
    for (String one : known) {
      int changes = changes(name, one);
      if (changes < least) {
        least = changes;
        nearest = one;
      }
    }
    return nearest;
  }

  /** How many letters must be changed, added or left out, in any case (Levenshtein 1966). */
  private static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      char letter = Character.toUpperCase(one.charAt(i - 1));
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = diagonal + (letter == Character.toUpperCase(other.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
