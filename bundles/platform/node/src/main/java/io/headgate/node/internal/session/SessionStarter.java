package io.headgate.node.internal.session;

import io.headgate.node.internal.session.report.Terminal;
import io.headgate.spi.plugin.ConfigFile;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the session that the system property {@code headgate.session} names ({@code demo}, {@code
 * replay}, {@code train}) and ends the process with it; without the property it does nothing.
 */
@Component(
    service = SessionStarter.class,
    immediate = true,
    configurationPid = SessionSettings.PID,
    // Begun without its file, the session would be ended, and the node with it, when the file
    // comes.
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SessionSettings.Config.class)
public final class SessionStarter {

  private static final Logger LOG = LoggerFactory.getLogger(SessionStarter.class);
  private static final long END_MILLIS = 90_000;
  private static final int DEFAULT_COLUMNS = 160;

  private final BundleContext context;
  private final EndSignal end = new EndSignal();
  private final SynchronousBundleListener stopListener = this::bundleChanged;
  private final @Nullable Thread thread;
  private final @Nullable ProcessEnd processEnd;

  @Activate
  public SessionStarter(
      SessionSettings.Config config,
      Map<String, Object> properties,
      @Reference NodeServices services,
      @Reference ConfigurationAdmin configurations,
      BundleContext context) {
    this.context = context;
    SessionSettings settings =
        SessionSettings.of(config, new ConfigFile(SessionSettings.PID, properties));
    String name = context.getProperty("headgate.session");
    if (name == null || name.isBlank()) {
      this.thread = null;
      this.processEnd = null;
      return;
    }
    UnaryOperator<@Nullable String> system = context::getProperty;
    SessionContext session = new SessionContext(services, settings, terminal(system), end, system);
    Framework framework =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(Framework.class);
    ProcessEnd exit = new ProcessEnd(framework, System.err);
    exit.install();
    this.processEnd = exit;
    this.thread = new Thread(() -> run(name, session, configurations, exit), "headgate-session");
    context.addBundleListener(stopListener);
    thread.start();
  }

  private static Terminal terminal(UnaryOperator<@Nullable String> properties) {
    String columns = properties.apply("headgate.session.columns");
    return new Terminal(
        System.out,
        System.err,
        Boolean.parseBoolean(properties.apply("headgate.session.tty")),
        columns != null && columns.matches("[0-9]{2,4}")
            ? Integer.parseInt(columns)
            : DEFAULT_COLUMNS);
  }

  private void run(
      String name, SessionContext session, ConfigurationAdmin configurations, ProcessEnd exit) {
    int code = Session.FAILED;
    try {
      code = session(name, session, configurations).run();
    } catch (UsageException e) {
      code = Session.USAGE;
      session.terminal().error("headgate: " + e.getMessage());
    } catch (InterruptedException e) {
      session.terminal().error("The session was interrupted.");
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The session has failed", e);
      session
          .terminal()
          .error(
              "The session has failed: %s. The log says more: %s/karaf.log"
                  .formatted(e, session.property("karaf.log", "data/log")));
    } finally {
      if (!session.end().isWithdrawn()) {
        exit.exitCode(code);
        exit.stop();
      }
    }
  }

  private static Session session(
      String name, SessionContext session, ConfigurationAdmin configurations) {
    return switch (name) {
      case "demo" -> new DemoSession(session, seconds(session));
      case "replay" -> ReplaySession.of(session, configurations);
      case "train" -> TrainSession.of(session, configurations);
      default ->
          throw new UsageException(
              "system property headgate.session is '%s', expected demo, replay or train"
                  .formatted(name));
    };
  }

  private static long seconds(SessionContext session) {
    String seconds = session.property("headgate.session.seconds", "0");
    if (!seconds.matches("[0-9]{1,7}")) {
      throw new UsageException(
          "system property headgate.session.seconds is '%s', expected a number of seconds, 0 for endless"
              .formatted(seconds));
    }
    return Long.parseLong(seconds);
  }

  /**
   * The framework tells of its stop before it stops anything: here the session ends while all
   * services are still there.
   */
  private void bundleChanged(BundleEvent event) {
    Bundle bundle = event.getBundle();
    if (event.getType() == BundleEvent.STOPPING && bundle.getBundleId() == 0) {
      endSession();
    }
  }

  private void endSession() {
    end.request();
    Thread running = thread;
    if (running == null || running == Thread.currentThread()) {
      return;
    }
    try {
      running.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A session runs on as it began: a changed configuration counts from the next one. */
  @Modified
  void modified() {
    LOG.info(
        "etc/{}.cfg has changed; the change counts from the next session", SessionSettings.PID);
  }

  @Deactivate
  void stop() {
    context.removeBundleListener(stopListener);
    end.withdraw();
    endSession();
    ProcessEnd exit = processEnd;
    if (exit != null && end.isWithdrawn()) {
      exit.uninstall();
    }
  }
}
