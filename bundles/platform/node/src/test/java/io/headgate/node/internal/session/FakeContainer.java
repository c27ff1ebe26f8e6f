package io.headgate.node.internal.session;

import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.strategy.StrategyStatus;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * A container with one data adapter and the strategy momentum (keys name, instruments, fast), both
 * of which take the configuration that is written for them at once.
 */
final class FakeContainer {

  final Map<String, Map<String, Object>> written = new HashMap<>();
  final FakeAdapter adapter = new FakeAdapter();
  String strategyFailure = "";
  private final FakeNode node;

  FakeContainer(FakeNode node) {
    this.node = node;
    node.services.components =
        proxy(ServiceComponentRuntime.class, (p, m, a) -> runtime(m.getName()));
    publish(Map.of());
  }

  ConfigurationAdmin configurations() {
    return proxy(ConfigurationAdmin.class, (p, method, arguments) -> configuration(arguments[0]));
  }

  private Configuration configuration(Object pid) {
    return proxy(
        Configuration.class,
        (p, method, arguments) -> {
          if (arguments[0] instanceof Dictionary<?, ?> properties) {
            take(pid.toString(), properties);
          }
          return null;
        });
  }

  private void take(String pid, Dictionary<?, ?> properties) {
    Map<String, Object> values = new HashMap<>();
    for (Object key : Collections.list(properties.keys())) {
      values.put(key.toString(), properties.get(key));
    }
    written.put(pid, values);
    if (pid.equals("io.headgate.data.replay")) {
      publish(values);
    } else if (strategyFailure.isEmpty()) {
      node.strategies.put(String.valueOf(values.get("name")), StrategyStatus.State.ACTIVE);
    }
  }

  private void publish(Map<String, Object> properties) {
    Map.Entry<Map<String, Object>, DataAdapter> service = Map.entry(properties, adapter);
    node.services.adapters = List.of(service);
  }

  private Object runtime(String method) {
    if (method.equals("getComponentDescriptionDTOs")) {
      ComponentDescriptionDTO momentum = new ComponentDescriptionDTO();
      momentum.bundle = new BundleDTO();
      momentum.bundle.symbolicName = "io.headgate.strategies.momentum";
      momentum.configurationPid = new String[] {"io.headgate.strategies.momentum"};
      momentum.properties = Map.of("name", "", "instruments", "", "fast", 20);
      return List.of(momentum);
    }
    if (strategyFailure.isEmpty()) {
      return List.of();
    }
    ComponentConfigurationDTO failed = new ComponentConfigurationDTO();
    failed.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
    failed.properties = Map.of("service.factoryPid", "io.headgate.strategies.momentum");
    failed.failure = "java.lang.IllegalArgumentException: " + strategyFailure;
    return List.of(failed);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
