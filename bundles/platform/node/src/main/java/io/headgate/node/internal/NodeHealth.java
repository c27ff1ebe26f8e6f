package io.headgate.node.internal;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health of the node itself: how it runs, and whether its clock agrees with the machine's. */
@Component(service = HealthCheck.class, immediate = true)
public final class NodeHealth implements HealthCheck {

  private static final long TOLERATED_NANOS = 1_000_000_000L;

  private final NodeInfo node;
  private final AnchoredClock clock;
  private final String session;

  @Activate
  public NodeHealth(
      @Reference NodeInfo node, @Reference AnchoredClock clock, BundleContext context) {
    this(
        node,
        clock,
        context.getProperty("headgate.session") == null
            ? "none"
            : context.getProperty("headgate.session"));
  }

  NodeHealth(NodeInfo node, AnchoredClock clock, String session) {
    this.node = node;
    this.clock = clock;
    this.session = session;
  }

  @Override
  public String name() {
    return "node";
  }

  @Override
  public Health check() {
    clock.epochNanos();
    long behind = -clock.offsetNanos();
    if (behind > TOLERATED_NANOS) {
      return Health.degraded(
          "the machine's clock was set back by %d ms; the node's time goes on without it; check the time service of the machine"
              .formatted(behind / 1_000_000));
    }
    return new Health(
        Health.State.UP, "node %s, mode %s, session %s".formatted(node.id(), node.mode(), session));
  }
}
