package io.headgate.routes.camel.internal.service;

import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.broker.Outbound;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.order.OrderEntry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The services that routes lead to. None is needed to start: a route waits for what is absent, and
 * none of them restarts the routes when it is replaced.
 */
@Component(service = Services.class)
public final class Services {

  private final Slot<MarketSink> marketSink = new Slot<>("MarketSink (the engine)");
  private final Slot<Outbound> outbound = new Slot<>("Outbound (the engine)");
  private final Slot<OrderEntry> orderEntry = new Slot<>("OrderEntry (the engine)");
  private final Slot<EventStream> events = new Slot<>("EventStream (the node)");
  private final Map<String, Slot<DataAdapter>> adapters = new ConcurrentHashMap<>();
  private final AlarmBoard alarms = new AlarmBoard();

  /** Where market data goes. */
  public Slot<MarketSink> marketSink() {
    return marketSink;
  }

  /** Where approved commands come from and go to. */
  public Slot<Outbound> outbound() {
    return outbound;
  }

  /** Where orders go in. */
  public Slot<OrderEntry> orderEntry() {
    return orderEntry;
  }

  /** What happens on the node. */
  public Slot<EventStream> events() {
    return events;
  }

  /** The data adapter of a name, now or later. */
  public Slot<DataAdapter> adapter(String name) {
    return adapters.computeIfAbsent(name, n -> new Slot<>("DataAdapter '" + n + "'"));
  }

  /** The alarms of the routes. */
  public AlarmBoard alarms() {
    return alarms;
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setMarketSink(MarketSink service) {
    marketSink.set(service);
  }

  void unsetMarketSink(MarketSink service) {
    marketSink.unset(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setOutbound(Outbound service) {
    outbound.set(service);
  }

  void unsetOutbound(Outbound service) {
    outbound.unset(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setOrderEntry(OrderEntry service) {
    orderEntry.set(service);
  }

  void unsetOrderEntry(OrderEntry service) {
    orderEntry.unset(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setEventStream(EventStream service) {
    events.set(service);
  }

  void unsetEventStream(EventStream service) {
    events.unset(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setAlarms(Alarms service) {
    alarms.use(service);
  }

  void unsetAlarms(Alarms service) {
    alarms.lose(service);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addAdapter(DataAdapter service) {
    adapter(service.name()).set(service);
  }

  void removeAdapter(DataAdapter service) {
    adapter(service.name()).unset(service);
  }
}
