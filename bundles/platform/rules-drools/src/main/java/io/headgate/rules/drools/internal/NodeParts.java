package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.candidate.Surroundings;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.reference.ReferenceData;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What rules are tried with, as it comes and goes; none of it takes the serving set with it. */
@Component(service = NodeParts.class)
public final class NodeParts implements Surroundings {

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Journal journal;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Limits limits;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ReferenceData reference;

  @Override
  public Journal journal() {
    return required(journal, "journal");
  }

  @Override
  public Limits limits() {
    return required(limits, "limits");
  }

  @Override
  public ReferenceData reference() {
    return required(reference, "reference data");
  }

  private static <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException("%s: not running; node:health says why".formatted(name));
    }
    return part;
  }
}
