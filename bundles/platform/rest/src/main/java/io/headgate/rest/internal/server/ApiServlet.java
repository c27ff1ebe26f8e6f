package io.headgate.rest.internal.server;

import io.headgate.rest.internal.json.JsonBodies;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.problem.ProblemMapper;
import io.headgate.rest.internal.resource.Resources;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The resources, on a bus of their own that reads no XML. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(ApiContext.SELECT)
@HttpWhiteboardServletName("headgate-api")
@HttpWhiteboardServletPattern("/*")
public final class ApiServlet extends CXFNonSpringServlet {

  private static final long serialVersionUID = 1L;

  private final transient Platform platform;
  private final transient RestSettings settings;
  private transient @Nullable Server server;
  private transient @Nullable Bus ownBus;

  /** Resources over the platform. */
  @Activate
  public ApiServlet(@Reference Platform platform, @Reference RestSettings settings) {
    this.platform = platform;
    this.settings = settings;
  }

  // The HTTP server may end a servlet and begin it anew, so the resources live from init to
  // destroy.
  @Override
  public void init(ServletConfig config) throws ServletException {
    Bus bus = new CXFBusFactory().createBus();
    setBus(bus);
    ownBus = bus;
    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
    factory.setBus(bus);
    factory.setAddress("/");
    factory.setProviders(
        List.of(new JsonBodies(Resources.readers()), new ProblemMapper(), new RouteCheck()));
    factory.setProperties(Map.of(FaultListener.class.getName(), new QuietFaults()));
    factory.setServiceBeans(Resources.all(platform, settings));
    server = factory.create();
    super.init(config);
  }

  @Override
  public void destroy() {
    if (server != null) {
      server.destroy();
      server = null;
    }
    super.destroy();
    if (ownBus != null) {
      ownBus.shutdown(true);
      ownBus = null;
    }
  }
}
