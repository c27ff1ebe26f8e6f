package io.headgate.node.internal.session;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process with the session's exit code, through an orderly stop of the framework that is
 * bounded in time. The container itself always exits with 0, so the code is set by a shutdown hook;
 * that also covers Ctrl-C and a stop from outside.
 */
final class ProcessEnd {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);
  private static final long STOP_MILLIS = 120_000;

  private final Framework framework;
  private final PrintStream terminal;
  private final Thread hook = new Thread(this::haltOnceStopped, "headgate-exit");
  private volatile int exitCode = Session.FAILED;

  /**
   * @param terminal where to say the last word, when no log is left to say it in
   */
  ProcessEnd(Framework framework, PrintStream terminal) {
    this.framework = framework;
    this.terminal = terminal;
  }

  /** From now on the process ends with the code of the session. */
  void install() {
    Runtime.getRuntime().addShutdownHook(hook);
    stopOnInterrupt();
  }

  /** Takes {@link #install} back; nothing happens if the process is ending already. */
  void uninstall() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending already", e);
    }
  }

  void exitCode(int code) {
    exitCode = code;
  }

  /**
   * Stops the framework; returns at once. The process ends when it has stopped, or after two
   * minutes.
   */
  void stop() {
    Thread watchdog = new Thread(this::stopAndHalt, "headgate-stop");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private void stopAndHalt() {
    requestStop();
    haltOnceStopped();
  }

  private void requestStop() {
    try {
      framework.stop();
    } catch (BundleException e) {
      LOG.error("The framework does not stop", e);
    }
  }

  /** Runs when this bundle may be gone already: it must not need any class for the first time. */
  private void haltOnceStopped() {
    requestStop();
    try {
      FrameworkEvent event = framework.waitForStop(STOP_MILLIS);
      if (event.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
        terminal.println("The node did not stop within two minutes; ending the process.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }

  /**
   * Ctrl-C would run all shutdown hooks at once, those of libraries included, while the session
   * still needs them. It stops the framework instead, as a TERM signal does.
   */
  private void stopOnInterrupt() {
    try {
      ClassLoader platform = ClassLoader.getPlatformClassLoader();
      Class<?> signal = platform.loadClass("sun.misc.Signal");
      Class<?> handler = platform.loadClass("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              ProcessEnd.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  stop();
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("Ctrl-C cannot be caught on this Java machine; the hook must do", e);
    }
  }
}
