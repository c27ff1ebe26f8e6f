package io.headgate.engine.internal.service;

import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers the services that the engine stands on; if one of them goes, the engine stops. */
@Component(service = PlatformServices.class)
public final class PlatformServices {

  private final NodeInfo node;
  private final Clock clock;
  private final ReferenceData reference;
  private final Journal journal;
  private final Alarms alarms;
  private final EventPublisher events;

  /** All are needed. */
  @Activate
  public PlatformServices(
      @Reference NodeInfo node,
      @Reference Clock clock,
      @Reference ReferenceData reference,
      @Reference Journal journal,
      @Reference Alarms alarms,
      @Reference EventPublisher events) {
    this.node = node;
    this.clock = clock;
    this.reference = reference;
    this.journal = journal;
    this.alarms = alarms;
    this.events = events;
  }

  Platform with(Consumer<PositionShare> shares) {
    return new Platform(node, clock, reference, journal, alarms, events, shares);
  }
}
