package io.headgate.rules.drools.internal.check;

import io.headgate.model.decision.Unit;
import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes orders to try rules on: ordinary ones, and ones at every edge. Same seed, same orders. */
public final class OrderGenerator {

  private static final long[] EDGES = {
    0,
    1,
    -1,
    Long.MAX_VALUE,
    Long.MAX_VALUE - 1,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    1L << 53,
    (1L << 53) + 1,
    -(1L << 53) - 1,
    Integer.MAX_VALUE,
    1L + Integer.MAX_VALUE
  };
  private static final String[] NAMES = {"-", "", "A1", "DESK-2", "MOMENTUM", "TECH"};
  private static final Map<ContextText, List<String>> WORDS =
      Map.of(
          ContextText.SIDE, List.of("BUY", "SELL"),
          ContextText.ORD_TYPE, List.of("LIMIT", "MARKET"),
          ContextText.TIME_IN_FORCE, List.of("DAY", "GTC", "IOC", "FOK", "GTD"),
          ContextText.ASSET_CLASS, List.of("EQUITY", "FX_SPOT", "FUTURE"),
          ContextText.REQUEST, List.of("NEW", "REPLACE"),
          ContextText.CURRENCY, List.of("USD", "EUR"),
          ContextText.INSTRUMENT, List.of("SPY.ARCA", "EURUSD.FXCM"));

  private final SplittableRandom random;
  private final List<PlacedRule> rules;
  private final Constants constants;

  /**
   * @param seed decides everything
   * @param rules at whose conditions orders are aimed
   */
  OrderGenerator(long seed, List<PlacedRule> rules) {
    this.random = new SplittableRandom(seed);
    this.rules = rules;
    this.constants = Constants.of(rules);
  }

  /** An order of ordinary size and price, without any limit. */
  Draft ordinary() {
    Draft draft = new Draft();
    for (ContextText field : ContextText.values()) {
      draft.set(field, text(field, false));
    }
    for (ContextNumber field : ContextNumber.values()) {
      draft.set(field, ordinary(field.unit()));
    }
    draft.set(ContextNumber.DUPLICATE_AGE_MILLIS, Long.MAX_VALUE);
    draft.set(ContextNumber.PRICE_DEVIATION_BPS, random.nextLong(20 * Fixed.ONE));
    return draft;
  }

  /** An order with anything anywhere. */
  Draft anything() {
    Draft draft = new Draft();
    for (ContextText field : ContextText.values()) {
      draft.set(field, text(field, true));
    }
    for (LimitKind kind : LimitKind.values()) {
      boolean none = random.nextInt(3) == 0;
      draft.set(kind, false, none ? kind.absent() : number(kind.unit(), draft));
      draft.set(kind, true, none ? kind.absent() : number(kind.unit(), draft));
    }
    for (ContextNumber field : ContextNumber.values()) {
      draft.set(field, number(field.unit(), draft));
    }
    return draft;
  }

  /** An order bent towards, or just past, the condition of one rule. */
  Draft aimedAt(int rule) {
    Draft draft = random.nextBoolean() ? ordinary() : anything();
    new Aim(random, draft).at(rules.get(rule).tree().when());
    return draft;
  }

  /** One of the three above. */
  Draft next() {
    return switch (random.nextInt(4)) {
      case 0 -> ordinary();
      case 1 -> anything();
      default -> rules.isEmpty() ? anything() : aimedAt(random.nextInt(rules.size()));
    };
  }

  private String text(ContextText field, boolean wild) {
    List<String> known = constants.texts(field);
    if (!known.isEmpty() && random.nextInt(wild ? 2 : 8) == 0) {
      return known.get(random.nextInt(known.size()));
    }
    List<String> words = WORDS.get(field);
    return words == null || (wild && random.nextInt(8) == 0)
        ? NAMES[random.nextInt(NAMES.length)]
        : words.get(random.nextInt(words.size()));
  }

  private long ordinary(Unit unit) {
    return switch (unit) {
      case QTY -> random.nextLong(1, 1_000) * Fixed.ONE;
      case PRICE -> random.nextLong(1, 500) * Fixed.ONE / 4;
      case AMOUNT -> random.nextLong(1, 100_000) * Fixed.AMOUNT_ONE;
      case BPS, PERCENT -> random.nextLong(-20, 20) * Fixed.ONE;
      case COUNT, PER_SECOND -> random.nextLong(10);
      case MILLIS -> random.nextLong(1_000);
    };
  }

  private long number(Unit unit, Draft draft) {
    return switch (random.nextInt(6)) {
      case 0 -> EDGES[random.nextInt(EDGES.length)];
      case 1 -> {
        List<Long> known = constants.numbers(unit);
        yield known.isEmpty() ? 0 : known.get(random.nextInt(known.size())) + near();
      }
      case 2 -> {
        LimitKind[] kinds = LimitKind.values();
        yield draft.get(kinds[random.nextInt(kinds.length)], random.nextBoolean()) + near();
      }
      case 3 -> {
        long magnitude = random.nextLong() >>> random.nextInt(1, 64);
        yield random.nextInt(4) == 0 ? -magnitude : magnitude;
      }
      default -> ordinary(unit);
    };
  }

  /** Mostly 0; else one step beside. */
  private long near() {
    return random.nextInt(-1, 2);
  }
}
