package io.headgate.deployer.internal.run;

import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether a bundle that was started does what it is there for. */
final class StartVerdict {

  private static final String SPI = "io.headgate.spi.";

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  StartVerdict(BundleContext context, ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  /** How the bundle is now: the worst of its components. */
  Condition of(Bundle bundle, PluginJar plugin) {
    boolean any = false;
    Condition worst = Condition.ACTIVE;
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
      for (ComponentConfigurationDTO instance :
          components.getComponentConfigurationDTOs(component)) {
        Condition condition = of(bundle, component, instance);
        any |= instance.service != null;
        worst = worse(worst, condition);
      }
    }
    if (!any && worst.state() == Deployment.State.ACTIVE) {
      return plugin.needsConfiguration()
          ? Condition.waiting(
              "it has no configuration yet; write etc/%s-NAME.cfg".formatted(plugin.pids().first()))
          : Condition.starting("its components do not show yet");
    }
    return worst;
  }

  private static Condition worse(Condition one, Condition other) {
    int more = Integer.compare(rank(other), rank(one));
    return more > 0 || (more == 0 && one.reason().isEmpty()) ? other : one;
  }

  private static int rank(Condition condition) {
    return switch (condition.state()) {
      case FAILED, REFUSED, OLDER -> 3;
      case STARTING -> 2;
      case WAITING -> 1;
      case ACTIVE -> 0;
    };
  }

  private Condition of(
      Bundle bundle, ComponentDescriptionDTO component, ComponentConfigurationDTO instance) {
    return switch (instance.state) {
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          Condition.failed(rootMessage(String.valueOf(instance.failure)));
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
          Condition.waiting(
              "it has no configuration yet; write etc/%s.cfg"
                  .formatted(String.join(" or etc/", component.configurationPid)));
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          Condition.starting(
              "%s needs a service that is not there: %s"
                  .formatted(component.name, missing(instance)));
      default -> ofServices(bundle, instance);
    };
  }

  private static String missing(ComponentConfigurationDTO instance) {
    return List.of(instance.unsatisfiedReferences).stream()
        .map(reference -> reference.name)
        .toList()
        .toString();
  }

  private Condition ofServices(Bundle bundle, ComponentConfigurationDTO instance) {
    if (instance.service == null) {
      return Condition.ACTIVE;
    }
    for (ServiceReference<?> reference :
        references("(service.id=%d)".formatted(instance.service.id))) {
      Condition condition =
          with(reference, service -> ofService(bundle, reference, service))
              .orElse(Condition.starting("its service cannot be had"));
      if (!condition.equals(Condition.ACTIVE)) {
        return condition;
      }
    }
    return Condition.ACTIVE;
  }

  private Condition ofService(Bundle bundle, ServiceReference<?> reference, Object service) {
    if (!(service instanceof Plugin plugin)) {
      return Condition.ACTIVE;
    }
    String name = plugin.name();
    for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
      Optional<String> holder = otherHolder(bundle, type, name);
      if (holder.isPresent()) {
        return Condition.failed(
            "the name '%s' is taken by %s; give one of the two another name in its .cfg"
                .formatted(name, holder.get()));
      }
    }
    if (service instanceof Strategy) {
      return ofStrategy(name);
    }
    Health health = plugin.health();
    return health.state() == Health.State.DOWN
        ? Condition.failed(health.reason())
        : new Condition(Condition.ACTIVE.state(), health.reason());
  }

  private Condition ofStrategy(String name) {
    Optional<StrategyStatus> row = row(name);
    if (row.isEmpty()) {
      return Condition.starting("the engine has not taken strategy '%s' yet".formatted(name));
    }
    return switch (row.get().state()) {
      case ACTIVE -> Condition.ACTIVE;
      case FAILED -> Condition.failed("strategy '%s': %s".formatted(name, row.get().reason()));
      case REFUSED -> Condition.starting("the engine has not taken it yet");
      case STOPPED -> new Condition(Condition.ACTIVE.state(), row.get().reason());
    };
  }

  /**
   * What the engine says of a strategy; looked up each time, so that neither waits for the other.
   */
  private Optional<StrategyStatus> row(String name) {
    return references("(objectClass=%s)".formatted(StrategyControl.class.getName())).stream()
        .flatMap(reference -> with(reference, service -> rows(service, name)).stream())
        .flatMap(List::stream)
        .findFirst();
  }

  private static List<StrategyStatus> rows(Object service, String name) {
    return service instanceof StrategyControl control
        ? control.list().stream()
            .filter(row -> row.name().equals(name))
            .filter(row -> row.state() != StrategyStatus.State.REFUSED)
            .toList()
        : List.of();
  }

  /** The bundle that offers another plug-in of that type and name, if there is one. */
  private Optional<String> otherHolder(Bundle bundle, String type, String name) {
    if (!type.startsWith(SPI)) {
      return Optional.empty();
    }
    return references("(objectClass=%s)".formatted(type)).stream()
        .filter(other -> other.getBundle() != null && !bundle.equals(other.getBundle()))
        .filter(
            other ->
                with(other, service -> service instanceof Plugin p && p.name().equals(name))
                    .orElse(false))
        .map(other -> String.valueOf(other.getBundle().getSymbolicName()))
        .findFirst();
  }

  private List<ServiceReference<?>> references(String filter) {
    try {
      ServiceReference<?>[] found = context.getAllServiceReferences(null, filter);
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(filter, e);
    }
  }

  private <S, T> Optional<T> with(ServiceReference<S> reference, Function<S, T> question) {
    S service = context.getService(reference);
    if (service == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(service));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    } finally {
      context.ungetService(reference);
    }
  }

  /** The message of the innermost cause in a stack trace, which is what a person can act on. */
  static String rootMessage(String stackTrace) {
    String message = stackTrace.lines().findFirst().orElse("");
    for (String line : stackTrace.split("\\R")) {
      if (line.startsWith("Caused by: ")) {
        message = line.substring("Caused by: ".length());
      }
    }
    return message.strip();
  }
}
