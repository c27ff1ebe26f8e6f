package io.headgate.rest.internal.server;

import io.headgate.rest.internal.access.ActNotes;
import io.headgate.rest.internal.json.JsonBodies;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.problem.ProblemMapper;
import io.headgate.rest.internal.resource.Resources;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources on a CXF bus of their own that reads no XML, reachable through one registry alone:
 * CXF's default registry is served by a servlet without a guard.
 */
final class ResourceServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResourceServer.class);

  private static final String TYPE_WHERE_NONE_IS_SENT = "default.content.type";

  private final Bus bus;
  private final Server server;

  private ResourceServer(Bus bus, Server server) {
    this.bus = bus;
    this.server = server;
  }

  /** Makes the resources ready for whoever serves the registry; takes a second on a cold start. */
  static ResourceServer start(
      Platform platform, RestSettings settings, ActNotes notes, DestinationRegistry registry) {
    long begin = System.nanoTime();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
    try {
      Bus bus = new CXFBusFactory().createBus();
      JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
      factory.setBus(bus);
      factory.setDestinationFactory(new HTTPTransportFactory(registry));
      factory.setAddress("/");
      factory.setProviders(
          List.of(
              new JsonBodies(Resources.readers()),
              new ProblemMapper(),
              new RouteCheck(),
              new ActFilter(notes)));
      factory.setProperties(
          Map.of(
              FaultListener.class.getName(),
              new QuietFaults(),
              // What the guard lets in without a type has no body, or none but JSON.
              TYPE_WHERE_NONE_IS_SENT,
              MediaType.APPLICATION_JSON));
      factory.setServiceBeans(Resources.all(platform, settings));
      Server server = factory.create();
      LOG.info(
          "Resources are ready after {} ms",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
      return new ResourceServer(bus, server);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The bus that they live on. */
  Bus bus() {
    return bus;
  }

  @Override
  public void close() {
    server.destroy();
    bus.shutdown(true);
  }
}
