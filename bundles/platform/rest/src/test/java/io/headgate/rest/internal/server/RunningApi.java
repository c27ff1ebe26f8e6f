package io.headgate.rest.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headgate.rest.internal.access.ActNotes;
import io.headgate.rest.internal.access.Doorkeeper;
import io.headgate.rest.internal.access.Guard;
import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.access.LoginCache;
import io.headgate.rest.internal.access.Role;
import io.headgate.rest.internal.events.EventServlet;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.part.TestSettings;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerList;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The API on a Jetty of the version that the distribution has, over fakes. */
public final class RunningApi implements AutoCloseable {

  /** Where the resources stand without a guard. */
  static final String UNGUARDED = "/unguarded";

  private static final JsonMapper JSON = new JsonMapper();

  final FakePlatform fakes = new FakePlatform();
  final EventServlet events;
  final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
  private final Server jetty;
  private final HttpClient client = HttpClient.newHttpClient();

  public RunningApi() {
    this(Map.of());
  }

  public RunningApi(Map<String, Object> values) {
    RestSettings settings = TestSettings.of(values);
    ActNotes notes =
        new ActNotes(
            new AuditTrail() {
              @Override
              public void record(AuditEvent event) {
                audited.add(event);
              }

              @Override
              public List<AuditRecord> latest(int limit) {
                return List.of();
              }
            });
    // Every user's password is "secret", and the user's name is its role.
    Guard guard =
        new Guard(
            new Doorkeeper(
                (user, password, address) ->
                    password.equals("secret")
                        ? new Login(user, EnumSet.of(Role.valueOf(user.toUpperCase(Locale.ROOT))))
                        : null,
                new LoginCache(System::nanoTime, () -> 30)),
            notes);
    ApiContext context = new ApiContext(guard);
    ApiServlet resources = new ApiServlet(fakes.platform, settings, notes);
    events = new EventServlet(settings);
    jetty = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ServletContextHandler handler = new ServletContextHandler(null, ApiContext.PATH);
    FilterHolder security = new FilterHolder(new SecurityFilter(context));
    security.setAsyncSupported(true);
    handler.addFilter(security, "/*", EnumSet.of(DispatcherType.REQUEST));
    handler.addServlet(new ServletHolder(resources), "/*");
    ServletHolder streams = new ServletHolder(events);
    streams.setAsyncSupported(true);
    handler.addServlet(streams, "/events");
    handler.addServlet(new ServletHolder(new OpenApiServlet()), "/openapi.json");
    // What CXF does in OSGi with a default registry: the same resources, and no guard.
    ServletContextHandler unguarded = new ServletContextHandler(null, UNGUARDED);
    unguarded.addServlet(new ServletHolder(new ApiServlet(fakes.platform, settings, notes)), "/*");
    jetty.setHandler(new HandlerList(handler, unguarded));
    try {
      jetty.start();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not start", e);
    }
  }

  /** Does what the HTTP whiteboard does with a context. */
  private static final class SecurityFilter implements Filter {
    private final ApiContext context;

    SecurityFilter(ApiContext context) {
      this.context = context;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (context.handleSecurity((HttpServletRequest) request, (HttpServletResponse) response)) {
        chain.doFilter(request, response);
      }
    }
  }

  int port() {
    return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
  }

  static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + port() + ApiContext.PATH + path));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer get(String role, String path) {
    return send(request(path).header("Authorization", basic(role, "secret")));
  }

  Answer send(String role, String method, String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .method(method, BodyPublishers.ofString(json))
            .header("Authorization", basic(role, "secret"))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  @Override
  public void close() {
    events.stop();
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }

  /** What the API answered. */
  record Answer(int status, String body, HttpResponse<String> response) {
    Answer(HttpResponse<String> response) {
      this(response.statusCode(), response.body(), response);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String at(String pointer) {
      return json().at(pointer).asText();
    }
  }
}
