package io.headgate.spi.monitor;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything that is measured, for monitoring systems. Collected at most once a second however
 * often it is asked for; safe from every thread.
 */
@ProviderType
public interface Metrics {

  /** Media type of {@link #text}. */
  String contentType();

  /** All metrics in Prometheus' text format. */
  String text();

  /** All metrics, by name and labels; histograms by their count and sum. */
  List<Metric> metrics();
}
