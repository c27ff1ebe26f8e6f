package io.headgate.spi.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A board that every node of the cluster reads and posts on: of each key the newest posting counts,
 * over lost nodes, restarts and split networks, as long as one node lives. Both halves of a split
 * go on; when they meet, the newer posting of each key stands on every node.
 *
 * <p>It tells, and promises nothing: a posting arrives when it arrives, and may come from a node
 * that is broken. Reads come from local memory and never block; safe from every thread.
 */
@ProviderType
public interface SharedBoard {

  /**
   * Posts something; never blocks. It is sent until the cluster has it.
   *
   * @return whether it counts; false if the same, or something newer, is known of its key
   */
  boolean post(Posting posting);

  /** The newest posting of a key; null if none is known. */
  @Nullable Posting latest(String key);

  /** The newest posting of each key that begins so, by key; those of absent nodes too. */
  List<Posting> postings(String prefix);

  /** Nodes that are connected now, this one included, by name. */
  List<String> members();
}
