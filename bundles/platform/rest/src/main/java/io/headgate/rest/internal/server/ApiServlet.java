package io.headgate.rest.internal.server;

import io.headgate.rest.internal.access.ActNotes;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.part.RestSettings;
import java.util.concurrent.CompletableFuture;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the resources below {@code /api/v1}. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect(ApiContext.SELECT)
@HttpWhiteboardServletName("headgate-api")
@HttpWhiteboardServletPattern("/*")
public final class ApiServlet extends CXFNonSpringServlet {

  private static final long serialVersionUID = 1L;

  private final transient Platform platform;
  private final transient RestSettings settings;
  private final transient ActNotes notes;
  private final transient DestinationRegistry registry;

  /** Begun when the bundle starts, beside everything else, so that no request waits for it. */
  private transient @Nullable CompletableFuture<ResourceServer> begun;

  private transient @Nullable ResourceServer resources;

  /** Resources over the platform. */
  @Activate
  public ApiServlet(
      @Reference Platform platform, @Reference RestSettings settings, @Reference ActNotes notes) {
    this(platform, settings, notes, new DestinationRegistryImpl());
    begun = CompletableFuture.supplyAsync(this::start);
  }

  private ApiServlet(
      Platform platform, RestSettings settings, ActNotes notes, DestinationRegistry registry) {
    super(registry, false);
    this.platform = platform;
    this.settings = settings;
    this.notes = notes;
    this.registry = registry;
  }

  private ResourceServer start() {
    return ResourceServer.start(platform, settings, notes, registry);
  }

  // The HTTP server may end a servlet and begin it anew, for example after a change of its port.
  @Override
  public synchronized void init(ServletConfig config) throws ServletException {
    ResourceServer ready = begun == null ? start() : begun.join();
    begun = null;
    resources = ready;
    setBus(ready.bus());
    super.init(config);
  }

  @Override
  public synchronized void destroy() {
    super.destroy();
    if (resources != null) {
      resources.close();
      resources = null;
    }
  }

  /** Ends what no HTTP server has ever asked for. */
  @Deactivate
  synchronized void stop() {
    if (begun != null) {
      begun.join().close();
      begun = null;
    }
  }
}
