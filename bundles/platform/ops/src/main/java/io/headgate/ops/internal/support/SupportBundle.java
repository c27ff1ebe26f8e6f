package io.headgate.ops.internal.support;

import io.headgate.spi.limits.Limits;
import io.headgate.spi.monitor.Metrics;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Gathers what somebody needs who looks for a fault from afar. */
@Component(service = SupportBundle.class)
public final class SupportBundle {

  private static final int LATEST = 1_000;

  private static final List<Noun<?>> STATE =
      List.of(
          NodeNouns.NODE,
          NodeNouns.ALARM,
          NodeNouns.RESTRICTION,
          NodeNouns.LOG,
          FlowNouns.PLUGIN,
          FlowNouns.ROUTE,
          FlowNouns.FEED,
          FlowNouns.STRATEGY,
          FlowNouns.SCORER,
          FlowNouns.OPTIMISER,
          FlowNouns.BROKER);

  private static final List<Noun<?>> ORDERS =
      List.of(OrderNouns.ORDER, OrderNouns.DECISION, BookNouns.POSITION, BookNouns.RIGHT);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern ORDER_DATA =
      Pattern.compile("(# (HELP|TYPE) )?headgate_(position|rights)");

  private final BundleContext context;
  private final Clock clock;
  private final NounSource nouns;
  private final HealthBoard health;
  private final ServiceComponentRuntime components;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Metrics metrics;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RuleAdmin rules;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Limits limits;

  /** Of this node. */
  @Activate
  public SupportBundle(
      BundleContext context,
      @Reference Clock clock,
      @Reference NounSource nouns,
      @Reference HealthBoard health,
      @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.clock = clock;
    this.nouns = nouns;
    this.health = health;
    this.components = components;
  }

  /**
   * Writes it.
   *
   * @param withOrders whether orders, decisions, positions and rights go in, too
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path write(boolean withOrders) throws IOException {
    Path data = folder("karaf.data");
    Path etc = folder("karaf.etc");
    Secrets secrets = new Secrets();
    secrets.learn(System.getenv());
    secrets.learn(System.getProperties());
    secrets.learn(etc);
    Instant now = Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(clock.epochNanos()));
    Path file = data.resolve("support").resolve("headgate-support-" + NAME.format(now) + ".zip");
    try (Archive archive = new Archive(file, secrets, withOrders)) {
      archive.add("about.txt", ProcessText.about());
      archive.add("process.txt", ProcessText.settings());
      archive.add("bundles.txt", bundles());
      archive.add("components.txt", unsatisfied());
      archive.add("threads.txt", ProcessText.threads());
      archive.add("health.json", NounJson.object(NodeNouns.HEALTH.row(health.report())));
      addNouns(archive, STATE);
      addRules(archive);
      addMetrics(archive);
      if (withOrders) {
        addNouns(archive, ORDERS);
      }
      archive.addSettings(etc);
      archive.addLogs(data.resolve("log"));
    }
    return file;
  }

  private Path folder(String property) {
    String value = context.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the container does not say where " + property + " is");
    }
    return Path.of(value);
  }

  private void addNouns(Archive archive, List<Noun<?>> wanted) throws IOException {
    for (Noun<?> noun : wanted) {
      String text;
      try {
        text = NounJson.listing(nouns.rows(noun, LATEST));
      } catch (RuntimeException e) {
        text = "{\"failure\":\"could not be asked\"}\n" + e;
      }
      archive.add("state/" + noun.plural() + ".json", text);
    }
  }

  private void addRules(Archive archive) throws IOException {
    RuleAdmin admin = rules;
    if (admin != null) {
      archive.add("state/ruleSet.json", NounJson.object(BookNouns.RULE_SET.row(admin.status())));
    }
    Limits current = limits;
    if (current != null) {
      archive.add(
          "state/limitFaults.txt",
          "hash " + current.hash() + "\n" + String.join("\n", current.failures()));
    }
  }

  /** Positions and rights are order data. */
  private void addMetrics(Archive archive) throws IOException {
    Metrics measured = metrics;
    if (measured != null) {
      archive.add(
          "metrics.txt",
          measured
              .text()
              .lines()
              .filter(line -> archive.withOrders() || !ORDER_DATA.matcher(line).lookingAt())
              .collect(Collectors.joining("\n")));
    }
  }

  private String bundles() {
    StringBuilder text = new StringBuilder("id state name version\n");
    for (Bundle bundle : context.getBundles()) {
      text.append(bundle.getBundleId())
          .append(' ')
          .append(state(bundle.getState()))
          .append(' ')
          .append(bundle.getSymbolicName())
          .append(' ')
          .append(bundle.getVersion())
          .append('\n');
    }
    return text.toString();
  }

  private static String state(int state) {
    return switch (state) {
      case Bundle.ACTIVE -> "ACTIVE";
      case Bundle.RESOLVED -> "RESOLVED";
      case Bundle.INSTALLED -> "INSTALLED";
      case Bundle.STARTING -> "STARTING";
      case Bundle.STOPPING -> "STOPPING";
      default -> "UNINSTALLED";
    };
  }

  private String unsatisfied() {
    StringBuilder text = new StringBuilder("components and what they wait for\n");
    components
        .getComponentDescriptionDTOs()
        .forEach(
            description ->
                components
                    .getComponentConfigurationDTOs(description)
                    .forEach(
                        configuration -> {
                          text.append(configuration.state)
                              .append(' ')
                              .append(description.name)
                              .append('\n');
                          for (var reference : configuration.unsatisfiedReferences) {
                            text.append("    waits for ").append(reference.name).append('\n');
                          }
                          if (configuration.failure != null) {
                            text.append("    failed: ").append(configuration.failure).append('\n');
                          }
                        }));
    text.append(
        "\n8 active, 4 satisfied, 2 waits for a service, 1 for a configuration, 16 failed\n");
    return text.toString();
  }
}
