package io.headgate.limits.internal;

import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * This node's limits, and beside them those of nodes that have others: of each limit the tightest
 * governs. Where all nodes have the same there is nothing beside, and nothing is added to what a
 * question costs. Immutable, but for a cache of answers.
 *
 * @param own this node's; null if none could be read
 * @param others limits of nodes that differ
 * @param answers found before
 */
record Lowest(@Nullable LimitTable own, List<PeerTable> others, AnswerCache answers) {

  private static final LimitKind[] KINDS = LimitKind.values();

  /**
   * @param peers every other node that counts; those that have the same limits drop out
   */
  static Lowest of(@Nullable LimitTable own, List<PeerTable> peers) {
    String hash = own == null ? "" : own.hash();
    return new Lowest(
        own, peers.stream().filter(peer -> !peer.hash().equals(hash)).toList(), new AnswerCache());
  }

  /** Whether it gives the same answers. */
  boolean sameAs(Lowest other) {
    return own == other.own && hashes().equals(other.hashes());
  }

  private List<String> hashes() {
    return others.stream().map(peer -> peer.node() + peer.hash()).toList();
  }

  /** The tightest limits that apply at a moment; null if this node has none. */
  @Nullable ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    if (own == null) {
      return null;
    }
    if (others.isEmpty()) {
      return own.resolve(subject, epochNanos);
    }
    ResolvedLimits known = answers.find(subject, epochNanos);
    if (known == null) {
      known = own.resolve(subject, epochNanos);
      for (PeerTable peer : others) {
        known = tighter(known, peer.table().resolve(subject, epochNanos));
      }
      answers.keep(subject, epochNanos, known);
    }
    return known;
  }

  private static ResolvedLimits tighter(ResolvedLimits one, ResolvedLimits other) {
    ResolvedLimits.Builder answer =
        ResolvedLimits.builder(Math.min(one.validUntil(), other.validUntil()));
    for (LimitKind kind : KINDS) {
      boolean others = isTighter(kind, other.block(kind), one.block(kind));
      ResolvedLimits blocking = others ? other : one;
      answer.block(kind, blocking.block(kind), blocking.source(kind));
      ResolvedLimits beside = others ? one : other;
      ResolvedLimits warning =
          isTighter(kind, beside.warn(kind), blocking.warn(kind)) ? beside : blocking;
      answer.warn(kind, warning.warn(kind), warning.warnSource(kind));
    }
    return answer.build();
  }

  private static boolean isTighter(LimitKind kind, long value, long than) {
    return kind.isWindow() ? value > than : value < than;
  }

  /** The rows of all: a limit that is in several of them counts at its lowest. */
  List<LimitRow> rows() {
    List<LimitRow> rows = new ArrayList<>();
    Stream.concat(Stream.ofNullable(own), others.stream().map(PeerTable::table))
        .forEach(table -> rows.addAll(table.rows()));
    return rows;
  }
}
