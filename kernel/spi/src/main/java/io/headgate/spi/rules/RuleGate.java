package io.headgate.spi.rules;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Where the engine finds the rule set that serves. */
@ProviderType
public interface RuleGate {

  /** The set that serves now; null if none could be loaded yet: then every order is denied. */
  @Nullable RuleSet current();
}
