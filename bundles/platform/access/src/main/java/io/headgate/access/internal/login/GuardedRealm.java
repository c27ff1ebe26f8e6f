package io.headgate.access.internal.login;

import io.headgate.access.internal.Pbkdf2Encryption;
import io.headgate.spi.audit.AuditTrail;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The container's realm with a gate before it and a witness behind it. Every door asks the realm of
 * this name, and the one of higher rank answers; so what holds here holds over SSH, JMX, Jolokia
 * and REST alike.
 */
@Component(service = JaasRealm.class, property = "io.headgate.guarded=true", immediate = true)
public final class GuardedRealm implements JaasRealm {

  private static final int ABOVE_THE_CONTAINERS = 100;

  private final JaasRealm container;
  private final LoginDesk desk;
  private final String bundle;

  @Activate
  public GuardedRealm(
      @Reference(target = "(!(io.headgate.guarded=true))") JaasRealm container,
      @Reference AccessSettings settings,
      @Reference AuditTrail trail,
      BundleContext context) {
    this.container = container;
    this.bundle = Long.toString(context.getBundle().getBundleId());
    Path users = Path.of(String.valueOf(context.getProperty("karaf.etc")), "users.properties");
    Pbkdf2Encryption encryption = new Pbkdf2Encryption();
    this.desk =
        new LoginDesk(
            new LoginThrottle(System::nanoTime, () -> settings.now().pace()),
            trail,
            System::nanoTime,
            user -> isUser(users, user),
            encryption::pretend);
  }

  private static boolean isUser(Path file, String name) {
    Properties users = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      users.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read, so nobody can log in", e);
    }
    return !name.startsWith("_g_:") && users.containsKey(name);
  }

  @Override
  public String getName() {
    return container.getName();
  }

  @Override
  public int getRank() {
    return container.getRank() + ABOVE_THE_CONTAINERS;
  }

  @Override
  public AppConfigurationEntry[] getEntries() {
    List<AppConfigurationEntry> entries = new ArrayList<>();
    // Requisite: where the gate refuses, nobody behind it is asked.
    entries.add(entry(LoginGate.class, LoginModuleControlFlag.REQUISITE));
    entries.addAll(List.of(container.getEntries()));
    entries.add(entry(LoginWitness.class, LoginModuleControlFlag.OPTIONAL));
    return entries.toArray(AppConfigurationEntry[]::new);
  }

  private AppConfigurationEntry entry(
      Class<? extends DeskModule> module, LoginModuleControlFlag flag) {
    Map<String, Object> options = new HashMap<>();
    options.put(ProxyLoginModule.PROPERTY_MODULE, module.getName());
    options.put(ProxyLoginModule.PROPERTY_BUNDLE, bundle);
    options.put(DeskModule.DESK, desk);
    return new AppConfigurationEntry(ProxyLoginModule.class.getName(), flag, options);
  }
}
