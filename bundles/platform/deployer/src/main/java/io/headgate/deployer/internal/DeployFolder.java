package io.headgate.deployer.internal;

import io.headgate.deployer.internal.folder.Reconciler;
import io.headgate.deployer.internal.run.BundleRunner;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.deploy.Deployments;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the deploy folder with a thread of its own. In a replay it looks once: what runs must not
 * change under recorded time.
 */
@Component(
    service = {Deployments.class, HealthCheck.class},
    immediate = true,
    configurationPid = DeployFolder.PID)
@Designate(ocd = DeployerConfig.class)
public final class DeployFolder implements Deployments, HealthCheck {

  static final String PID = "io.headgate.deployer";

  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final long END_MILLIS = 5_000;

  private final SettingsInForce<DeployerSettings> settings;
  private final BundleContext context;
  private final FolderGuard guard;
  private final Reconciler reconciler;
  private final Thread thread;
  private final boolean replay;
  private volatile boolean ended;
  private volatile Health lastLook = Health.UP;

  /**
   * @throws UncheckedIOException if its folders cannot be made
   */
  @Activate
  public DeployFolder(
      DeployerConfig config,
      Map<String, Object> properties,
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference Alarms alarms,
      @Reference Clock clock) {
    ConfigFile file = new ConfigFile(PID, properties);
    this.settings = SettingsInForce.of(DeployerSettings.of(config, file));
    this.context = context;
    this.replay = "replay".equals(context.getProperty("headgate.session"));
    Path etc = Path.of(context.getProperty("karaf.etc"));
    Path folder = Path.of(context.getProperty("karaf.base")).resolve(settings.now().folder());
    Path data = Path.of(context.getProperty("karaf.data"), "deployer");
    this.guard = new FolderGuard(folder, alarms);
    try {
      Files.createDirectories(folder);
      this.reconciler =
          new Reconciler(
              new Reconciler.Places(folder, etc, data, replay),
              new BundleRunner(
                  context, components, replay ? null : etc, () -> settings.now().startMillis()),
              alarms,
              clock,
              () -> settings.now().settleMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "neither %s nor %s can be used; make both writable for the node's user"
              .formatted(folder, data),
          e);
    }
    this.thread = new Thread(this::watch, "headgate-deployer");
    thread.setDaemon(true);
    thread.start();
  }

  @Modified
  void modified(DeployerConfig config, Map<String, Object> properties) {
    settings.change(() -> DeployerSettings.of(config, new ConfigFile(PID, properties)));
  }

  /** Plug-ins run on: nothing of theirs depends on this. */
  @Deactivate
  void end() throws InterruptedException {
    ended = true;
    thread.interrupt();
    thread.join(END_MILLIS);
  }

  @Override
  public List<Deployment> list() {
    return reconciler.rows();
  }

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public Health check() {
    Health config = settings.health();
    if (config.state() != Health.State.UP) {
      return config;
    }
    Health guarded = guard.health();
    return guarded.state() == Health.State.UP ? lastLook : guarded;
  }

  /** Whatever it was: what runs goes on, and the next look tries again. */
  private void failed(Throwable e) {
    if (ended) {
      return;
    }
    Health now =
        Health.degraded(
            "the deploy folder could not be looked at: %s; plug-ins run on, and it is tried again"
                .formatted(e instanceof UncheckedIOException ? e.getCause() : e));
    if (!now.equals(lastLook)) {
      LOG.error("{}", now.reason(), e);
    }
    lastLook = now;
    try {
      Thread.sleep(settings.now().pollMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!ended) {
      try {
        if (isStarted() && guard.isSafe()) {
          reconciler.look();
          lastLook = Health.UP;
          if (replay) {
            return;
          }
        }
        Thread.sleep(settings.now().pollMillis());
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        failed(e);
      }
    }
  }

  /** Plug-ins are started last: before, the framework would not start them. */
  private boolean isStarted() {
    FrameworkStartLevel level =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
    return level.getStartLevel() >= level.getInitialBundleStartLevel();
  }
}
