package io.headgate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Ports;
import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The distribution from inside: every bundle is up and every service is there. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class WiringIT {

  private static final int LAST_START_LEVEL = 100;

  @Inject private BundleContext context;

  @Configuration
  public Option[] distribution() throws Exception {
    Ports ports = Ports.free();
    return new Option[] {
      karafDistributionConfiguration()
          .frameworkUrl(Distribution.archive().toUri().toString())
          .name("headgate")
          .unpackDirectory(
              Path.of(System.getProperty("headgate.work"), "exam").toAbsolutePath().toFile())
          .useDeployFolder(false),
      keepRuntimeFolder(),
      logLevel(LogLevel.INFO),
      // Nobody types there, and its prompt would be drawn again and again into the build's log.
      configureConsole().ignoreLocalConsole(),
      vmOptions(Distribution.SHORT_LIVED.toArray(String[]::new)),
      port("http", ports.http()),
      port("ssh", ports.ssh()),
      port("jmx", ports.jmx()),
      port("jmx.server", ports.jmx() + 1),
      port("hazelcast", ports.hazelcast()),
      mavenBundle(
          "org.apache.geronimo.specs",
          "geronimo-atinject_1.0_spec",
          System.getProperty("atinject.version")),
    };
  }

  private static Option port(String name, int port) {
    return editConfigurationFilePut(
        "etc/system.properties", "headgate." + name + ".port", Integer.toString(port));
  }

  @Test
  public void everyBundleIsUp() throws InterruptedException {
    awaitLastStartLevel();
    // The features of the first start are still started one after another.
    Semaphore started = new Semaphore(0);
    BundleListener listener =
        event -> {
          if (event.getType() == BundleEvent.STARTED) {
            started.release();
          }
        };
    context.addBundleListener(listener);
    try {
      List<String> down = down();
      while (!down.isEmpty() && started.tryAcquire(1, TimeUnit.MINUTES)) {
        down = down();
      }
      assertEquals(List.of(), down);
    } finally {
      context.removeBundleListener(listener);
    }
  }

  private List<String> down() {
    List<String> down = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
      if (!fragment && bundle.getState() != Bundle.ACTIVE) {
        down.add(bundle.getSymbolicName() + " in state " + bundle.getState());
      }
    }
    return down;
  }

  /** The container lets tests in while bundles of the higher levels are still starting. */
  private void awaitLastStartLevel() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    FrameworkStartLevel level = framework.adapt(FrameworkStartLevel.class);
    FrameworkListener listener =
        event -> {
          if (level.getStartLevel() >= LAST_START_LEVEL) {
            reached.countDown();
          }
        };
    context.addFrameworkListener(listener);
    try {
      if (level.getStartLevel() < LAST_START_LEVEL) {
        assertTrue("start level 100 within a minute", reached.await(60, TimeUnit.SECONDS));
      }
    } finally {
      context.removeFrameworkListener(listener);
    }
  }

  @Test
  public void aStrategyBundleIsReplacedWhileTheEngineRunsOn() throws Exception {
    awaitLastStartLevel();
    awaitActive("momentum-fx");
    Object engineBefore = context.getServiceReference(OrderEntry.class);
    Bundle bundle = bundle("io.headgate.strategies.momentum");

    bundle.stop();
    assertTrue(
        "a strategy whose bundle is gone is still listed",
        strategies().stream().noneMatch(s -> s.name().startsWith("momentum")));
    Decision meanwhile = submit();
    assertTrue("the engine decides nothing without the strategy", meanwhile.sequence() > 0);
    bundle.start();
    awaitActive("momentum-fx");

    assertEquals(engineBefore, context.getServiceReference(OrderEntry.class));
    assertTrue(submit().sequence() > meanwhile.sequence());
  }

  private Decision submit() throws Exception {
    // Unknown on purpose: a denial needs no market, and is decided and journalled like any other.
    NewOrder order =
        NewOrder.limit(
            Originator.trader("ALPHA", "exam"),
            InstrumentId.parse("NOPE.SIM"),
            Side.BUY,
            Fixed.ONE,
            Fixed.ONE,
            TimeInForce.DAY);
    OrderEntry entry = context.getService(context.getServiceReference(OrderEntry.class));
    return entry.submit(order).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Bundle bundle(String name) {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getSymbolicName().equals(name)) {
        return bundle;
      }
    }
    throw new AssertionError("no bundle " + name);
  }

  private List<StrategyStatus> strategies() {
    return context.getService(context.getServiceReference(StrategyControl.class)).list();
  }

  private void awaitActive(String strategy) throws InterruptedException {
    // The container's class loader has no Awaitility; a bounded wait on the clock does the same.
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 300; i++) {
      boolean active =
          context.getServiceReference(StrategyControl.class) != null
              && strategies().stream()
                  .anyMatch(
                      s -> s.name().equals(strategy) && s.state() == StrategyStatus.State.ACTIVE);
      if (active || never.await(100, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    throw new AssertionError(strategy + " is not active after 30 s: " + strategies());
  }
}
