package io.headgate.rest.internal.events;

import io.headgate.rest.internal.access.Guard;
import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.access.QueryNames;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.problem.ProblemException;
import io.headgate.rest.internal.server.ApiContext;
import io.headgate.spi.event.EventStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /events}: what happens on the node, as server-sent events. Ends when the part that
 * gives the events goes away, so that clients come back to its successor.
 */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect(ApiContext.SELECT)
@HttpWhiteboardServletName("headgate-events")
@HttpWhiteboardServletPattern("/events")
@HttpWhiteboardServletAsyncSupported
public final class EventServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String TYPES = "types";

  private final transient Part<EventStream> events = new Part<>("event stream");
  private final transient EventStreams streams;

  /** Streams within the limits of the settings. */
  @Activate
  public EventServlet(@Reference RestSettings settings) {
    this.streams = new EventStreams(settings, System::nanoTime);
  }

  /** The events are there. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindEventStream(EventStream stream) {
    events.came(stream);
  }

  /** The events are gone. */
  public void unbindEventStream(EventStream stream) {
    events.went(stream);
    streams.closeAll();
  }

  /** Ends every stream. */
  @Deactivate
  public void stop() {
    streams.stop();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Set<EventType> types = wanted(request);
      EventStream source = events.get();
      streams.reserve();
      boolean taken = false;
      try {
        stream(request, response, types, source);
        taken = true;
      } finally {
        if (!taken) {
          streams.release();
        }
      }
    } catch (ProblemException e) {
      Guard.answer(e.problem(), request, response);
    }
  }

  /** A stream has no length and no body to leave out: it would be opened, and never end. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      wanted(request);
      events.get();
      response.setContentType("text/event-stream");
      response.setCharacterEncoding("UTF-8");
    } catch (ProblemException e) {
      Guard.answer(e.problem(), request, response);
    }
  }

  private static Set<EventType> wanted(HttpServletRequest request) {
    Map<String, List<String>> sent = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
    QueryNames.check(sent, Set.of(TYPES));
    return EventType.parse(request.getParameter(TYPES));
  }

  private void stream(
      HttpServletRequest request,
      HttpServletResponse response,
      Set<EventType> types,
      EventStream source)
      throws IOException {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    streams.open(context, types, source, Login.of(request).user());
  }
}
