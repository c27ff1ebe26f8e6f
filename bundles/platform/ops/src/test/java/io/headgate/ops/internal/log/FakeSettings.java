package io.headgate.ops.internal.log;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

/** The one configuration of the log, and its file. */
final class FakeSettings {

  private static final String PID = "org.ops4j.pax.logging";
  private static final String FILE = "felix.fileinstall.filename";

  private final Path file;
  private final Map<String, Object> settings = new HashMap<>();
  private int updates;

  FakeSettings(Path folder) throws IOException {
    file = folder.resolve(PID + ".cfg");
    Files.writeString(file, "# a comment\nlog4j2.rootLogger.level = INFO\n");
    settings.put(FILE, file.toUri().toString());
    settings.put("log4j2.rootLogger.level", "INFO");
    settings.put("log4j2.rootLogger.appenderRef.RollingFile.ref", "RollingFile");
    settings.put("log4j2.appender.rolling.name", "RollingFile");
    settings.put("log4j2.logger.sshd.name", "org.apache.sshd");
    settings.put("log4j2.logger.sshd.level", "WARN");
  }

  Path file() {
    return file;
  }

  Map<String, Object> settings() {
    return settings;
  }

  /** How often they were changed through the container. */
  int updates() {
    return updates;
  }

  /** What the watch over {@code etc} does with a file that is empty at this moment. */
  void areReadFromAnEmptyFile() throws IOException {
    Files.writeString(file, "");
    settings.keySet().retainAll(Set.of(FILE));
  }

  ConfigurationAdmin container() {
    InvocationHandler one =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getProperties" -> FrameworkUtil.asDictionary(Map.copyOf(settings));
              case "updateIfDifferent" -> {
                Dictionary<?, ?> wanted = (Dictionary<?, ?>) arguments[0];
                settings.clear();
                Collections.list(wanted.keys())
                    .forEach(key -> settings.put(key.toString(), wanted.get(key)));
                updates++;
                yield true;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            };
    Configuration configuration = fake(Configuration.class, one);
    return fake(
        ConfigurationAdmin.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("getConfiguration") || !PID.equals(arguments[0])) {
            throw new UnsupportedOperationException(method.getName());
          }
          return configuration;
        });
  }

  /** The container says that they were changed. */
  static ConfigurationEvent changed() {
    ServiceReference<ConfigurationAdmin> admin = reference();
    return new ConfigurationEvent(admin, ConfigurationEvent.CM_UPDATED, null, PID);
  }

  @SuppressWarnings("unchecked")
  private static ServiceReference<ConfigurationAdmin> reference() {
    return fake(
        ServiceReference.class,
        (proxy, method, arguments) -> {
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
