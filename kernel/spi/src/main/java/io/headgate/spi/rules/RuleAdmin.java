package io.headgate.spi.rules;

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
}
