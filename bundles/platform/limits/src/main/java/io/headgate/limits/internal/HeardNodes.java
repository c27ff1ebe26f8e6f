package io.headgate.limits.internal;

import io.headgate.spi.cluster.Posting;
import io.headgate.spi.limits.LimitRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each other node last said about its limits, over restarts of this one too: a node that is
 * away may trade on the other side of a broken network. Safe from every thread.
 */
final class HeardNodes {

  private static final Logger LOG = LoggerFactory.getLogger(HeardNodes.class);

  /** What keys of postings begin with, before the name of the node. */
  static final String KEY = "limits/serving/";

  /** Names of nodes; they become names of files. */
  static final Pattern NODE = Pattern.compile("[A-Z0-9]{1,4}");

  private final String node;
  private final @Nullable HeardFolder folder;
  private final Function<List<LimitRow>, LimitTable> maker;
  private final Map<String, Heard> heard = new TreeMap<>();
  private final Map<String, Posting> kept = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private final Map<String, String> unkept = new TreeMap<>();
  private String unlisted = "";
  private volatile boolean marked;

  /**
   * What was heard of a node.
   *
   * @param latest what it said last; null if only a file tells of it
   * @param good the last that could be read; null if nothing could
   * @param table what that says; null if nothing could be read
   * @param wrong why the last cannot be read, and what is done; empty if it can
   */
  private record Heard(
      @Nullable Posting latest, @Nullable Posting good, @Nullable PeerTable table, String wrong) {

    static final Heard NOTHING = new Heard(null, null, null, "");
  }

  /**
   * Begins with what was heard before a restart.
   *
   * @param node name of this node
   * @param folder where it is kept; null if it is not
   * @param maker makes rows ready to be asked
   */
  HeardNodes(
      String node, @Nullable HeardFolder folder, Function<List<LimitRow>, LimitTable> maker) {
    this.node = node;
    this.folder = folder;
    this.maker = maker;
    if (folder != null) {
      load(folder);
    }
  }

  private void load(HeardFolder from) {
    try {
      from.load(KEY).stream().filter(file -> !file.from().equals(node)).forEach(this::take);
    } catch (IOException e) {
      unlisted =
          "what other nodes last said about their limits is not known: the folder %s cannot be read"
                  .formatted(from)
              + " (%s). Next: correct its owner and mode, and restart this node".formatted(e);
    }
  }

  private void take(HeardFolder.Found file) {
    String from = file.from();
    files.add(from);
    String wrong = file.wrong();
    Posting posting = file.posting();
    if (posting != null) {
      try {
        heard.put(from, new Heard(posting, posting, read(from, posting), ""));
        kept.put(from, posting);
        return;
      } catch (IllegalArgumentException e) {
        wrong = String.valueOf(e.getMessage());
      }
    }
    heard.put(
        from,
        new Heard(
            null,
            null,
            null,
            "what %s last said about its limits is not known: %s cannot be read (%s). Next: start"
                    .formatted(from, folder == null ? from : folder.file(from), wrong)
                + " that node, which says it again; if it is gone for good, name it in withoutNodes"
                + " in etc/"
                + FirmLimits.PID
                + ".cfg"));
  }

  private PeerTable read(String from, Posting posting) {
    WireRows rows = WireRows.decode(posting.content());
    if (!maker.apply(rows.rows()).hash().equals(rows.hash())) {
      throw new IllegalArgumentException("their rows do not give the hash " + rows.hash());
    }
    return new PeerTable(from, maker.apply(rows.of(from)), rows.hash());
  }

  /** Hears what a node says; what is older than what is known changes nothing. */
  synchronized void hear(Posting posting) {
    String from = posting.key().substring(KEY.length());
    if (!NODE.matcher(from).matches() || from.equals(node)) {
      return;
    }
    Heard before = heard.getOrDefault(from, Heard.NOTHING);
    Posting good = before.good();
    if (posting.equals(before.latest()) || (good != null && posting.compareTo(good) < 0)) {
      return;
    }
    try {
      heard.put(from, new Heard(posting, posting, read(from, posting), ""));
    } catch (IllegalArgumentException e) {
      // What was heard before governs on: it is not known to be any higher.
      String wrong =
          "the limits of %s cannot be read (%s), %s. Next: run the same version of Headgate on both,"
                  .formatted(
                      from,
                      e.getMessage(),
                      good == null
                          ? "and this node does not keep to them"
                          : "those that were heard before govern on")
              + " or save the same files on both";
      heard.put(from, new Heard(posting, good, before.table(), wrong));
    }
  }

  /**
   * The limits of the other nodes, by name.
   *
   * @param without nodes that do not count
   */
  synchronized List<PeerTable> tables(Set<String> without) {
    List<PeerTable> tables = new ArrayList<>();
    heard.forEach(
        (from, now) -> {
          PeerTable table = now.table();
          if (table != null && !without.contains(from)) {
            tables.add(table);
          }
        });
    return tables;
  }

  /** What each node that counts last said, as far as it could be read. */
  synchronized List<Posting> postings(Set<String> without) {
    List<Posting> postings = new ArrayList<>();
    heard.forEach(
        (from, now) -> {
          Posting good = now.good();
          if (good != null && !without.contains(from)) {
            postings.add(good);
          }
        });
    return postings;
  }

  /** Keeps what is new on disk, and forgets nodes that do not count; what fails is tried again. */
  synchronized void keep(Set<String> without) {
    if (folder == null) {
      return;
    }
    unkept.clear();
    for (Map.Entry<String, Heard> entry : heard.entrySet()) {
      String from = entry.getKey();
      try {
        keep(folder, from, entry.getValue().good(), without.contains(from));
      } catch (IOException e) {
        unkept.put(
            from,
            "what %s says about its limits cannot be kept in %s (%s): this node would not know it"
                    .formatted(from, folder.file(from), e)
                + " after a restart. Next: make room on the disk, or correct the folder's owner and"
                + " mode");
      }
    }
  }

  private void keep(HeardFolder where, String from, @Nullable Posting good, boolean gone)
      throws IOException {
    if (gone) {
      if (files.contains(from)) {
        where.forget(from);
        files.remove(from);
        kept.remove(from);
      }
    } else if (good != null && !good.equals(kept.get(from))) {
      where.keep(from, good);
      files.add(from);
      kept.put(from, good);
    }
  }

  /** Whether limits of a set served here when this node ended, so far as it is kept. */
  synchronized boolean isMarked() {
    marked = folder != null && folder.isMarked();
    return marked;
  }

  /** Keeps that limits of a set serve here; durable when this returns. */
  void mark() {
    if (!marked) {
      markNow();
    }
  }

  private synchronized void markNow() {
    if (folder != null) {
      try {
        folder.mark();
        marked = true;
      } catch (IOException e) {
        LOG.error(
            "It cannot be kept in {} that limits of a rule set serve ({}): after a restart the other"
                + " nodes hear of those of the folder first. Make room, or correct owner and mode",
            folder,
            e.toString());
      }
    }
  }

  /** Forgets that they did. */
  void unmark() {
    if (marked) {
      unmarkNow();
    }
  }

  private synchronized void unmarkNow() {
    if (folder != null) {
      try {
        folder.unmark();
        marked = false;
      } catch (IOException e) {
        // After a restart the other nodes only wait a little to hear of the folder's.
        LOG.warn("It cannot be taken out of {} that limits of a rule set serve", folder, e);
      }
    }
  }

  /** What is wrong with what was heard, and what to do, a sentence each. */
  synchronized List<String> wrong(Set<String> without) {
    List<String> wrong = new ArrayList<>();
    if (!unlisted.isEmpty()) {
      wrong.add(unlisted);
    }
    heard.forEach(
        (from, now) -> {
          if (!now.wrong().isEmpty() && !without.contains(from)) {
            wrong.add(now.wrong());
          }
        });
    wrong.addAll(unkept.values());
    return wrong;
  }

  /** Whether a node counts of which no limits are known, so that this one cannot keep to them. */
  synchronized boolean isAnyUnknown(Set<String> without) {
    return !unlisted.isEmpty()
        || heard.entrySet().stream()
            .anyMatch(one -> one.getValue().table() == null && !without.contains(one.getKey()));
  }
}
