package io.headgate.spi.time;

import org.osgi.annotation.versioning.ProviderType;

/** The only source of time. Live it follows the machine; in a replay it follows the events. */
@ProviderType
public interface Clock {

  /** UTC nanoseconds since 1970. Does not run backwards. */
  long epochNanos();

  /** Nanoseconds from an arbitrary origin, for measuring durations; runs on in a replay. */
  long monotonicNanos();
}
