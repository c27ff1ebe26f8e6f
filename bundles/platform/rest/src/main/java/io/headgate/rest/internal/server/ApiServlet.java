package io.headgate.rest.internal.server;

import io.headgate.rest.internal.json.JsonBodies;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.problem.ProblemMapper;
import io.headgate.rest.internal.resource.Resources;
import java.util.List;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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

  private final transient Server server;

  /** Resources over the platform. */
  @Activate
  public ApiServlet(@Reference Platform platform, @Reference RestSettings settings) {
    Bus own = new CXFBusFactory().createBus();
    setBus(own);
    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
    factory.setBus(own);
    factory.setAddress("/");
    factory.setProviders(
        List.of(new JsonBodies(Resources.readers()), new ProblemMapper(), new RouteCheck()));
    factory.setServiceBeans(Resources.all(platform, settings));
    server = factory.create();
  }

  @Deactivate
  void stop() {
    server.destroy();
    getBus().shutdown(true);
  }
}
