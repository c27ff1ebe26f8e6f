package io.headgate.spi.broker;

import io.headgate.model.execution.ExecutionReport;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Where execution reports go; safe from every thread. */
@ProviderType
public interface ExecutionSink {

  /**
   * Takes a report. It may come again, late or in another order: trades count once each.
   *
   * @return completes once the report is durable; only then may the connector move its inbound
   *     sequence. Completes exceptionally if it could not be journalled: send it again
   */
  CompletionStage<Void> accept(ExecutionReport report);
}
