package io.headgate.spi.noun;

import org.osgi.annotation.versioning.ProviderType;

/** What there is of each noun on this node, now; safe from every thread. */
@ProviderType
public interface NounSource {

  /**
   * Everything there is of a noun of {@link Nouns#all}; orders and decisions: the latest.
   *
   * @param limit most rows that are wanted, at least 1
   * @throws IllegalStateException if the part of the node that knows is not running; the message
   *     names it
   */
  Rows rows(Noun<?> noun, int limit);
}
