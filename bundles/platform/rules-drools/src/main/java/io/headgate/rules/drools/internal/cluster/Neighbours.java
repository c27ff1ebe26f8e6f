package io.headgate.rules.drools.internal.cluster;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditTrail;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.node.NodeInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What this node shares with the others, as it comes and goes; no rules wait for it. */
@Component(service = Neighbours.class)
public final class Neighbours {

  private final String node;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable SharedBoard board;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable AuditTrail trail;

  @Activate
  public Neighbours(@Reference NodeInfo node) {
    this.node = node.id();
  }

  Neighbours(String node, SharedBoard board, AuditTrail trail) {
    this.node = node;
    this.board = board;
    this.trail = trail;
  }

  /** Name of this node. */
  String node() {
    return node;
  }

  /** Where nodes post; null while this node shares nothing. */
  @Nullable SharedBoard board() {
    return board;
  }

  /** Takes note of what becomes of a rule set, here or by another node. */
  public void record(AuditEvent event) {
    AuditTrail known = trail;
    if (known != null) {
      known.record(event);
    }
  }
}
