package io.headgate.deployer.internal.run;

import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import io.headgate.spi.deploy.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plug-ins as bundles of the framework. Nothing exports, so nothing else is ever refreshed. They
 * are started for this start of the node alone: after the next one the deploy folder decides anew.
 */
public final class BundleRunner implements PluginRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BundleRunner.class);
  private static final String LOCATION = "headgate-deploy:";
  private static final long LOOK_MILLIS = 50;

  /** How long "no configuration yet" and "no such service yet" may be a matter of being early. */
  private static final long EARLY_MILLIS = 4_000;

  private final BundleContext context;
  private final PackageCheck packages;
  private final @Nullable DefaultSettings defaults;
  private final StartVerdict verdict;
  private final IntSupplier startMillis;

  /**
   * @param etc where configurations are; null where jars bring none, as in a replay, which runs
   *     what it was asked to run and nothing else
   * @param startMillis how long a plug-in may take until it runs
   */
  public BundleRunner(
      BundleContext context,
      ServiceComponentRuntime components,
      @Nullable Path etc,
      IntSupplier startMillis) {
    this.context = context;
    this.packages = new PackageCheck(context);
    this.defaults = etc == null ? null : new DefaultSettings(etc);
    this.verdict = new StartVerdict(context, components);
    this.startMillis = startMillis;
  }

  @Override
  public void check(PluginJar plugin) throws RefusedException {
    for (Bundle bundle : context.getBundles()) {
      if (plugin.name().equals(bundle.getSymbolicName())
          && !bundle.getLocation().startsWith(LOCATION)) {
        throw new RefusedException(
            "%s is part of the distribution, which the deploy folder does not replace; give yours another artifactId"
                .formatted(plugin.name()));
      }
    }
    packages.check(plugin);
  }

  @Override
  public void run(PluginJar plugin, Path jar) throws RefusedException, IOException {
    if (defaults != null) {
      defaults.deliver(plugin, jar);
    }
    try (InputStream bytes = Files.newInputStream(jar)) {
      Bundle bundle = context.getBundle(LOCATION + plugin.name());
      if (bundle == null) {
        bundle = context.installBundle(LOCATION + plugin.name(), bytes);
      } else {
        bundle.stop(Bundle.STOP_TRANSIENT);
        bundle.update(bytes);
      }
      bundle.start(Bundle.START_TRANSIENT);
      await(bundle, plugin);
    } catch (BundleException | RefusedException e) {
      stop(plugin.name());
      throw e instanceof RefusedException refused
          ? refused
          : new RefusedException("the container does not take it: " + e.getMessage(), e);
    }
  }

  private void await(Bundle bundle, PluginJar plugin) throws RefusedException {
    long begin = System.nanoTime();
    while (true) {
      Condition condition = verdict.of(bundle, plugin);
      long millis = (System.nanoTime() - begin) / 1_000_000;
      boolean early =
          condition.state() == Deployment.State.STARTING
              ? millis < startMillis.getAsInt()
              : condition.state() == Deployment.State.WAITING && millis < EARLY_MILLIS;
      if (condition.state() == Deployment.State.FAILED) {
        throw new RefusedException(condition.reason());
      }
      if (condition.state() == Deployment.State.STARTING && !early) {
        throw new RefusedException(
            "it does not run after %d ms: %s".formatted(millis, condition.reason()));
      }
      if (!early) {
        return;
      }
      pause();
    }
  }

  private static void pause() throws RefusedException {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("the deployer was stopped while this jar started", e);
    }
  }

  @Override
  public void stop(String name) {
    uninstall(context.getBundle(LOCATION + name));
  }

  private static void uninstall(@Nullable Bundle bundle) {
    if (bundle == null) {
      return;
    }
    try {
      bundle.uninstall();
    } catch (BundleException | IllegalStateException e) {
      LOG.warn("{} cannot be taken away", bundle.getSymbolicName(), e);
    }
  }

  @Override
  public Condition condition(PluginJar plugin) {
    Bundle bundle = context.getBundle(LOCATION + plugin.name());
    if (bundle == null || bundle.getState() != Bundle.ACTIVE) {
      return Condition.failed(
          "its bundle was stopped by somebody else; copy the jar again to start it");
    }
    return verdict.of(bundle, plugin);
  }

  @Override
  public String mark(String name) {
    Bundle bundle = context.getBundle(LOCATION + name);
    return bundle == null || bundle.getState() != Bundle.ACTIVE
        ? ""
        : bundle.getBundleId() + ":" + bundle.getLastModified();
  }

  @Override
  public void stopAllBut(Set<String> names) {
    for (Bundle bundle : context.getBundles()) {
      String location = bundle.getLocation();
      if (location.startsWith(LOCATION) && !names.contains(location.substring(LOCATION.length()))) {
        uninstall(bundle);
      }
    }
  }
}
