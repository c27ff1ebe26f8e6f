package io.headgate.state.hazelcast.internal;

import io.headgate.spi.cluster.Posting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * This node's copy of the board, and what of it the cluster has not got yet. Safe from every
 * thread; a posting never gives way to an older one, whatever arrives.
 */
final class BoardTable {

  private final ConcurrentHashMap<String, Posting> postings = new ConcurrentHashMap<>();
  private final Set<String> unsent = ConcurrentHashMap.newKeySet();

  /**
   * Merges a posting in.
   *
   * @return whether it was new
   */
  boolean merge(Posting fresh) {
    boolean[] changed = {false};
    postings.compute(
        fresh.key(),
        (key, before) -> {
          changed[0] = before == null || fresh.compareTo(before) > 0;
          return changed[0] ? fresh : before;
        });
    return changed[0];
  }

  /** Merges a posting of this node in, to be sent. */
  boolean post(Posting fresh) {
    boolean news = merge(fresh);
    if (news) {
      unsent.add(fresh.key());
    }
    return news;
  }

  @Nullable Posting latest(String key) {
    return postings.get(key);
  }

  /** The postings whose keys begin so, by key. */
  List<Posting> postings(String prefix) {
    return postings.values().stream()
        .filter(posting -> posting.key().startsWith(prefix))
        .sorted(Comparator.comparing(Posting::key))
        .toList();
  }

  void forEach(BiConsumer<String, Posting> action) {
    postings.forEach(action);
  }

  /** Notes that the cluster lacks what is known of a key. */
  void makeUnsent(String key) {
    unsent.add(key);
  }

  /** Takes what must be sent; what is posted from now on is noted again. */
  List<Posting> takeUnsent() {
    List<Posting> taken = new ArrayList<>();
    for (String key : List.copyOf(unsent)) {
      unsent.remove(key);
      Posting posting = postings.get(key);
      if (posting != null) {
        taken.add(posting);
      }
    }
    return taken;
  }
}
