package io.headgate.rest.internal.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /openapi.json}: the description of the API, made when it was built. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect(ApiContext.SELECT)
@HttpWhiteboardServletName("headgate-openapi")
@HttpWhiteboardServletPattern("/openapi.json")
public final class OpenApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Where the document lies beside this class. */
  static final String DOCUMENT = "openapi.json";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream document = OpenApiServlet.class.getResourceAsStream(DOCUMENT)) {
      if (document == null) {
        throw new FileNotFoundException(DOCUMENT);
      }
      response.setContentType("application/json");
      document.transferTo(response.getOutputStream());
    }
  }
}
