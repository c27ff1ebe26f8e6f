package io.headgate.rest.internal.server;

import io.headgate.rest.internal.access.Guard;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.problem.ProblemException;
import io.headgate.spi.monitor.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /metrics}: everything that is measured, in Prometheus' text format. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect(MetricsContext.SELECT)
@HttpWhiteboardServletName("headgate-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Platform platform;

  /** Metrics of the platform, which may be away. */
  @Activate
  public MetricsServlet(@Reference Platform platform) {
    this.platform = platform;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Metrics metrics = platform.metrics.get();
      byte[] body = metrics.text().getBytes(StandardCharsets.UTF_8);
      response.setContentType(metrics.contentType());
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    } catch (ProblemException e) {
      Guard.answer(e.problem(), request, response);
    }
  }
}
