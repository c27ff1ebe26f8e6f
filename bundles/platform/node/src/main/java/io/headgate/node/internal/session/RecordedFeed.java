package io.headgate.node.internal.session;

import io.headgate.spi.data.DataAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

/** The data adapter for recorded files, configured for this run. */
final class RecordedFeed {

  /** Name of the adapter. */
  static final String ADAPTER = "replay";

  private static final String ADAPTER_PID = "io.headgate.data.replay";

  /** Marks the configuration of this run, so that the adapter is seen to have taken it. */
  private static final String MARK = "session.run";

  private static final long STEP_MILLIS = 50;

  private final SessionContext session;
  private final ConfigurationAdmin configurations;
  private final String run = Long.toString(ProcessHandle.current().pid());

  RecordedFeed(SessionContext session, ConfigurationAdmin configurations) {
    this.session = session;
    this.configurations = configurations;
  }

  /** Writes the adapter's configuration. */
  void configure(ReplayArguments arguments) {
    Map<String, Object> settings = new LinkedHashMap<>(arguments.adapterSettings());
    settings.put(MARK, run);
    try {
      configurations
          .getConfiguration(ADAPTER_PID, "?")
          .update(FrameworkUtil.asDictionary(settings));
    } catch (IOException e) {
      throw new UncheckedIOException("the configuration of the adapter cannot be written", e);
    }
  }

  /** The adapter, once it has the configuration of this run. */
  DataAdapter adapter() throws InterruptedException {
    long deadline = System.nanoTime() + session.settings().readyTimeoutSeconds() * 1_000_000_000L;
    while (System.nanoTime() - deadline < 0) {
      for (Map.Entry<Map<String, Object>, DataAdapter> adapter : session.services().adapters) {
        if (adapter.getValue().name().equals(ADAPTER) && run.equals(adapter.getKey().get(MARK))) {
          return adapter.getValue();
        }
      }
      Thread.sleep(STEP_MILLIS);
    }
    throw new IllegalStateException("the data adapter does not take its configuration");
  }
}
