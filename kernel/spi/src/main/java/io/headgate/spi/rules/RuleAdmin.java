package io.headgate.spi.rules;

import io.headgate.spi.candidate.RuleDesk;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Rule sets as officers see them. */
@ProviderType
public interface RuleAdmin {

  /** What serves, and what is wrong with the files if they differ from it. */
  RuleStatus status();

  /**
   * Reads and compiles the files now instead of waiting for the watcher; blocks for seconds.
   *
   * @return the status after it
   */
  RuleStatus reload();

  /** What each node that is connected now judges by, this one included, by name. */
  default List<RuleNode> nodes() {
    return List.of();
  }

  /**
   * Where sets are tried before they serve.
   *
   * @throws IllegalStateException if these rules have no such place
   */
  default RuleDesk desk() {
    throw new IllegalStateException("these rules cannot be tried before they serve");
  }
}
