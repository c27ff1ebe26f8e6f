package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.spi.candidate.ReplayChange;
import io.headgate.spi.candidate.ReplayCounts;
import io.headgate.spi.candidate.ReplayGroup;
import io.headgate.spi.journal.JournalRecord.Decided;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what two sets make of the same orders; one thread adds, any may look. */
final class Changes {

  private static final int SHOWN = 1_000;
  private static final int MOST_GROUPS = 20_000;
  private static final String UNKNOWN = "?";
  private static final int AMOUNT_DECIMALS = 6;

  private final ReferenceData reference;
  private final Difference.Tally tally = new Difference.Tally();
  private final Map<Key, Sum> sums = new HashMap<>();
  private final List<ReplayChange> changes = new ArrayList<>();

  private record Key(String by, String name, String currency) {}

  private static final class Sum {
    private final Difference.Tally tally = new Difference.Tally();
    private BigInteger notional = BigInteger.ZERO;
  }

  /**
   * @param reference accounts with their currencies
   */
  Changes(ReferenceData reference) {
    this.reference = reference;
  }

  /** One order that was judged on both sides. */
  synchronized void add(
      long sequence,
      Decided decided,
      ContextImage image,
      List<Verdict> before,
      List<Verdict> after) {
    Difference difference = Difference.of(before, after);
    boolean failed = difference == Difference.NEWLY_BLOCKED && after.contains(TrialSet.FAILED);
    tally.add(difference, failed);
    if (difference == Difference.NONE) {
      return;
    }
    Account account = reference.account(image.text(ContextText.ACCOUNT));
    String currency = account == null ? UNKNOWN : account.currency();
    long notional = image.number(ContextNumber.NOTIONAL);
    for (String rule : difference.rules(before, after)) {
      count(new Key("rule", rule, currency), difference, failed, notional);
    }
    count(key("account", image, ContextText.ACCOUNT, currency), difference, failed, notional);
    count(key("instrument", image, ContextText.INSTRUMENT, currency), difference, failed, notional);
    if (changes.size() < SHOWN) {
      changes.add(change(sequence, decided, image, difference, before, after));
    }
  }

  private static Key key(String by, ContextImage image, ContextText field, String currency) {
    return new Key(by, image.text(field), currency);
  }

  private void count(Key key, Difference difference, boolean failed, long notional) {
    // A journal of many years must not fill the memory; what comes late shares one group.
    Key kept =
        sums.size() < MOST_GROUPS || sums.containsKey(key)
            ? key
            : new Key(key.by(), "(others)", key.currency());
    Sum sum = sums.computeIfAbsent(kept, k -> new Sum());
    sum.tally.add(difference, failed);
    sum.notional = sum.notional.add(BigInteger.valueOf(notional));
  }

  private static ReplayChange change(
      long sequence,
      Decided decided,
      ContextImage image,
      Difference difference,
      List<Verdict> before,
      List<Verdict> after) {
    return new ReplayChange(
        sequence,
        decided.decision().clOrdId().toString(),
        decided.decision().tsDecided(),
        image.text(ContextText.ACCOUNT),
        image.text(ContextText.INSTRUMENT),
        image.text(ContextText.SIDE),
        Fixed.format(image.number(ContextNumber.QUANTITY)),
        Fixed.formatAmount(image.number(ContextNumber.NOTIONAL)),
        difference.name(),
        told(before),
        told(after));
  }

  private static String told(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::describe).collect(Collectors.joining("; "));
  }

  /** Counts so far. */
  synchronized ReplayCounts counts() {
    return tally.counts();
  }

  /** The first orders that change. */
  synchronized List<ReplayChange> changes() {
    return List.copyOf(changes);
  }

  /** By rule, then account, then instrument; those with the most orders first. */
  synchronized List<ReplayGroup> groups() {
    List<String> order = List.of("rule", "account", "instrument");
    return sums.entrySet().stream()
        .map(sum -> group(sum.getKey(), sum.getValue()))
        .sorted(
            Comparator.comparingInt((ReplayGroup group) -> order.indexOf(group.by()))
                .thenComparingLong(group -> -group.counts().orders())
                .thenComparing(ReplayGroup::name)
                .thenComparing(ReplayGroup::currency))
        .toList();
  }

  private static ReplayGroup group(Key key, Sum sum) {
    BigDecimal notional = new BigDecimal(sum.notional, AMOUNT_DECIMALS);
    String plain = notional.signum() == 0 ? "0" : notional.stripTrailingZeros().toPlainString();
    return new ReplayGroup(key.by(), key.name(), sum.tally.counts(), plain, key.currency());
  }
}
