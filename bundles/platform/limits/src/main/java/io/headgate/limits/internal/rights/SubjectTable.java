package io.headgate.limits.internal.rights;

import io.headgate.spi.limits.LimitSubject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of each subject that was ever seen, found without allocating: an open hash over what
 * makes subjects differ. One thread only.
 */
final class SubjectTable {

  /** The scopes of a subject, in the order in which they are asked. */
  static final int SCOPES = 4;

  private static final int INITIAL = 256;

  private final Map<String, Bucket> buckets = new HashMap<>();
  private @Nullable Entry[] entries = new @Nullable Entry[INITIAL];
  private int size;

  /** One subject with its buckets. */
  static final class Entry {
    private final LimitSubject subject;
    private final int hash;
    private final Bucket[] buckets;

    private Entry(LimitSubject subject, int hash, Bucket[] buckets) {
      this.subject = subject;
      this.hash = hash;
      this.buckets = buckets;
    }

    /** The buckets in the order of the scopes; not to be changed. */
    Bucket[] buckets() {
      return buckets;
    }
  }

  Entry find(LimitSubject subject) {
    int hash = subject.namesHash();
    int mask = entries.length - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      Entry entry = entries[i];
      if (entry == null) {
        return add(subject, hash);
      }
      if (entry.hash == hash && entry.subject.hasLimitsOf(subject)) {
        return entry;
      }
    }
  }

  /** All buckets, by scope and instrument. */
  List<Bucket> all() {
    return buckets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private Entry add(LimitSubject subject, int hash) {
    String[] who = {
      "firm",
      "account=" + subject.originator().account(),
      "trader=" + subject.originator().trader(),
      "strategy=" + subject.originator().strategy()
    };
    Bucket[] found = new Bucket[SCOPES];
    for (int i = 0; i < SCOPES; i++) {
      String scope = who[i];
      String instrument = subject.instrument().id().toString();
      String key = scope + ' ' + instrument;
      found[i] = buckets.computeIfAbsent(key, k -> new Bucket(scope, instrument));
    }
    Entry entry = new Entry(subject, hash, found);
    if (++size * 2 > entries.length) {
      grow();
    }
    place(entries, entry);
    return entry;
  }

  private void grow() {
    @Nullable Entry[] larger = new @Nullable Entry[entries.length * 2];
    Arrays.stream(entries).filter(entry -> entry != null).forEach(entry -> place(larger, entry));
    entries = larger;
  }

  private static void place(@Nullable Entry[] table, Entry entry) {
    int mask = table.length - 1;
    int i = entry.hash & mask;
    while (table[i] != null) {
      i = (i + 1) & mask;
    }
    table[i] = entry;
  }
}
