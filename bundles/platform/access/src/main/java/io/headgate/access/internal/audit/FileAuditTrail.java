package io.headgate.access.internal.audit;

import io.headgate.access.internal.login.AccessSettings;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail in {@code data/audit}. While the disk does not take it, records wait in memory,
 * an alarm says so, and the node goes on: who cannot be written down must still be able to stop it.
 */
@Component(
    service = {AuditTrail.class, HealthCheck.class},
    immediate = true)
public final class FileAuditTrail implements AuditTrail, HealthCheck {

  private static final Logger LOG = LoggerFactory.getLogger(FileAuditTrail.class);
  private static final long PAUSE_MILLIS = 1000;

  private final Path folder;
  private final TrailWriter writer;
  private final Thread thread;
  private volatile boolean ending;
  private volatile String failure = "";

  @Activate
  public FileAuditTrail(BundleContext context, @Reference AccessSettings settings) {
    this(Path.of(String.valueOf(context.getProperty("karaf.data")), "audit"), settings);
  }

  FileAuditTrail(Path folder, AccessSettings settings) {
    this.folder = folder;
    this.writer =
        new TrailWriter(new AuditFiles(folder), settings::now, Clock.systemUTC(), System::nanoTime);
    this.thread = new Thread(this::run, "audit");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!ending) {
        writer.await(PAUSE_MILLIS);
        if (!write(false)) {
          // A broken disk is asked again in peace.
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("the audit trail ends");
    }
    write(true);
    try {
      writer.close();
    } catch (IOException e) {
      LOG.warn("the audit trail could not be closed", e);
    }
  }

  private boolean write(boolean last) {
    try {
      writer.write(last);
      if (!failure.isEmpty()) {
        failure = "";
        LOG.info("the audit trail is written again");
      }
      return true;
    } catch (IOException | RuntimeException e) {
      String reason =
          "the audit trail cannot be written to %s: %s; make room or mend the folder, it is tried again every second"
              .formatted(folder, e);
      if (failure.isEmpty()) {
        LOG.error("{}", reason);
      }
      failure = reason;
      return false;
    }
  }

  @Override
  public void record(AuditEvent event) {
    writer.record(event);
  }

  @Override
  public List<AuditRecord> latest(int limit) {
    return writer.latest(limit);
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Health check() {
    return failure.isEmpty() ? Health.UP : Health.degraded(failure);
  }

  @Deactivate
  void end() throws InterruptedException {
    ending = true;
    // Not interrupted: that would close the file under the last records.
    writer.wake();
    thread.join(TimeUnit.SECONDS.toMillis(5));
  }
}
