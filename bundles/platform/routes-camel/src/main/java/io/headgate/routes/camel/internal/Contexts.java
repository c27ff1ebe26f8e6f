package io.headgate.routes.camel.internal;

import io.headgate.routes.camel.internal.endpoint.HeadgateComponent;
import io.headgate.routes.camel.internal.endpoint.Room;
import io.headgate.routes.camel.internal.order.OrderLines;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;

/** Makes Camel contexts that cost little per exchange and start fast. */
final class Contexts {

  private final RouteSettings settings;
  private final ClassLoader loader;

  Contexts(RouteSettings settings, ClassLoader loader) {
    this.settings = settings;
    this.loader = loader;
  }

  ClassLoader loader() {
    return loader;
  }

  /** A context that is not started. */
  DefaultCamelContext create(String name, Room room) {
    DefaultCamelContext context = new DefaultCamelContext(false);
    context.setApplicationContextClassLoader(loader);
    context.getCamelContextExtension().setName(name);
    if (!settings.jmx()) {
      context.disableJMX();
    }
    // Each of these would touch every exchange, and a batch of market data is one.
    context.setStreamCaching(false);
    context.setTracing(false);
    context.setMessageHistory(false);
    context.setUseMDCLogging(false);
    context.setUseBreadcrumb(false);
    context.setLogMask(false);
    context.setAllowUseOriginalMessage(false);
    context.setTypeConverterStatisticsEnabled(false);
    context.setLoadTypeConverters(false);
    // Says in which line of its file a route is wrong.
    context.setSourceLocationEnabled(true);
    context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
    context.getShutdownStrategy().setTimeout(settings.shutdownMillis());
    context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    Properties placeholders = new Properties();
    placeholders.putAll(settings.placeholders());
    context.getPropertiesComponent().setInitialProperties(placeholders);
    context.addComponent("headgate", new HeadgateComponent(room));
    context.getRegistry().bind(OrderLines.BEAN, new OrderLines());
    return context;
  }
}
