package io.headgate.rest.internal.server;

import io.headgate.rest.internal.access.ActNotes;
import io.headgate.rest.internal.access.Doorkeeper;
import io.headgate.rest.internal.access.Guard;
import io.headgate.rest.internal.access.JaasAuthenticator;
import io.headgate.rest.internal.access.LoginCache;
import io.headgate.rest.internal.part.RestSettings;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * The root of the HTTP server, for {@code /metrics} alone: that is where monitoring systems look.
 * The same guard stands before it, and the same line of the table says who may look.
 */
@Component(service = ServletContextHelper.class, immediate = true)
@HttpWhiteboardContext(name = MetricsContext.NAME, path = "/")
public final class MetricsContext extends ServletContextHelper {

  static final String NAME = "headgate-metrics";

  /** Selects this context for a servlet. */
  static final String SELECT = "(osgi.http.whiteboard.context.name=headgate-metrics)";

  private final Guard guard;

  /** Guarded by the realm that the console uses too. */
  @Activate
  public MetricsContext(@Reference RestSettings settings, @Reference ActNotes notes) {
    this.guard =
        new Guard(
            new Doorkeeper(
                new JaasAuthenticator(ApiContext.REALM),
                new LoginCache(System::nanoTime, () -> settings.now().loginCacheSeconds())),
            notes);
  }

  @Override
  public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return guard.letsPass(request, response);
  }

  @Override
  public @Nullable URL getResource(@Nullable String name) {
    return null;
  }

  @Override
  public @Nullable Set<String> getResourcePaths(@Nullable String path) {
    return null;
  }
}
