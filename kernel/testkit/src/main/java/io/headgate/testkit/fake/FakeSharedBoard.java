package io.headgate.testkit.fake;

import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One node's board in memory; boards that are connected hand on what is new, at once. */
public final class FakeSharedBoard implements SharedBoard {

  private final String node;
  private final Map<String, Posting> postings = new TreeMap<>();
  private final Set<FakeSharedBoard> others = new LinkedHashSet<>();

  /**
   * @param node name of the node whose board it is
   */
  public FakeSharedBoard(String node) {
    this.node = node;
  }

  /** Connects two boards; each takes what the other knows better. */
  public void connect(FakeSharedBoard other) {
    others.add(other);
    other.others.add(this);
    List.copyOf(postings.values()).forEach(other::post);
    List.copyOf(other.postings.values()).forEach(this::post);
  }

  /** Cuts two boards apart; each goes on with what it knows. */
  public void cut(FakeSharedBoard other) {
    others.remove(other);
    other.others.remove(this);
  }

  @Override
  public boolean post(Posting posting) {
    Posting before = postings.get(posting.key());
    if (before != null && before.compareTo(posting) >= 0) {
      return false;
    }
    postings.put(posting.key(), posting);
    others.forEach(other -> other.post(posting));
    return true;
  }

  @Override
  public @Nullable Posting latest(String key) {
    return postings.get(key);
  }

  @Override
  public List<Posting> postings(String prefix) {
    return postings.values().stream().filter(one -> one.key().startsWith(prefix)).toList();
  }

  @Override
  public List<String> members() {
    List<String> members = new ArrayList<>();
    members.add(node);
    others.forEach(other -> members.add(other.node));
    members.sort(null);
    return members;
  }
}
