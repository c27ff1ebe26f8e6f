package io.headgate.ops.internal.health;

import io.headgate.spi.control.TradingControl;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.HealthReport;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks every check, and notices parts that an order needs and that are away. */
@Component(service = HealthBoard.class)
public final class NodeHealthBoard implements HealthBoard {

  private static final Comparator<HealthReport.Part> WORST_FIRST =
      Comparator.comparing((HealthReport.Part part) -> part.health().state())
          .reversed()
          .thenComparing(HealthReport.Part::name);

  private final Clock clock;
  private final Shared<HealthReport> report;
  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OrderEntry orders;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable TradingControl control;

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

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Journal journal;

  /** Asks at most once a second. */
  @Activate
  public NodeHealthBoard(@Reference Clock clock) {
    this.clock = clock;
    this.report = new Shared<>(this::ask, clock::monotonicNanos, TimeUnit.SECONDS.toNanos(1));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Override
  public HealthReport report() {
    return report.get();
  }

  private HealthReport ask() {
    List<HealthReport.Part> parts = new ArrayList<>();
    need(parts, "order engine", orders);
    need(parts, "trading control", control);
    need(parts, "rule administration", rules);
    need(parts, "limits", limits);
    need(parts, "journal", journal);
    for (HealthCheck check : checks) {
      parts.add(ask(check));
    }
    parts.sort(WORST_FIRST);
    Health.State worst = parts.isEmpty() ? Health.State.UP : parts.get(0).health().state();
    return new HealthReport(worst, worst != Health.State.DOWN, clock.epochNanos(), parts);
  }

  private static void need(List<HealthReport.Part> parts, String name, @Nullable Object service) {
    if (service == null) {
      parts.add(
          new HealthReport.Part(
              name,
              Health.down(
                  "not running: it is starting, or it failed; the log says which of the two")));
    }
  }

  private static HealthReport.Part ask(HealthCheck check) {
    try {
      return new HealthReport.Part(check.name(), check.check());
    } catch (RuntimeException | LinkageError e) {
      return new HealthReport.Part(
          check.getClass().getSimpleName(), Health.down("its check failed: " + e));
    }
  }
}
