package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.candidate.Surroundings;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.reference.ReferenceData;
import java.util.Collections;
import java.util.SortedMap;
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
  private volatile @Nullable ReferenceData reference;

  private @Nullable Limits limits;
  private SortedMap<String, byte[]> limitFiles = Collections.emptySortedMap();
  private boolean limitsHeld;

  /** Whether it is known which limits are to serve: at a start that takes a set to be compiled. */
  private boolean limitsKnown;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindLimits(Limits bound) {
    limits = bound;
    // Limits that come back know nothing of the set that serves.
    if (limitsKnown) {
      serve(bound);
    }
  }

  synchronized void unbindLimits(Limits gone) {
    if (limits == gone) {
      limits = null;
    }
  }

  private void serve(Limits bound) {
    bound.activate(limitFiles, limitsHeld);
  }

  @Override
  public synchronized void checkLimits(SortedMap<String, byte[]> files) {
    if (!files.isEmpty()) {
      limits().trial(files);
    }
  }

  @Override
  public synchronized void serveLimits(SortedMap<String, byte[]> files, boolean held) {
    Limits bound = files.isEmpty() ? limits : limits();
    limitFiles = files;
    limitsHeld = held;
    limitsKnown = true;
    if (bound != null) {
      serve(bound);
    }
  }

  @Override
  public synchronized Runnable prepareLimits(SortedMap<String, byte[]> files, boolean held) {
    Limits bound = files.isEmpty() ? limits : limits();
    if (bound == null) {
      return () -> serveLimits(files, held);
    }
    Runnable quick = bound.prepare(files, held);
    return () -> serve(files, held, bound, quick);
  }

  private synchronized void serve(
      SortedMap<String, byte[]> files, boolean held, Limits prepared, Runnable quick) {
    if (prepared.equals(limits)) {
      quick.run();
      limitFiles = files;
      limitsHeld = held;
      limitsKnown = true;
    } else {
      serveLimits(files, held);
    }
  }

  @Override
  public synchronized boolean limitsOfSetServe() {
    Limits bound = limits;
    return bound == null || bound.isActivated();
  }

  @Override
  public Journal journal() {
    return required(journal, "journal");
  }

  @Override
  public synchronized Limits limits() {
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
