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

/** The part of the HTTP server below {@code /api/v1}, with one guard before all of it. */
@Component(service = ServletContextHelper.class, immediate = true)
@HttpWhiteboardContext(name = ApiContext.NAME, path = ApiContext.PATH)
public final class ApiContext extends ServletContextHelper {

  static final String NAME = "headgate-api";
  static final String PATH = "/api/v1";

  /** Selects this context for a servlet. */
  public static final String SELECT = "(osgi.http.whiteboard.context.name=headgate-api)";

  static final String REALM = "karaf";

  private final Guard guard;

  /** Guarded by the realm that the console uses too. */
  @Activate
  public ApiContext(@Reference RestSettings settings, @Reference ActNotes notes) {
    this(
        new Guard(
            new Doorkeeper(
                new JaasAuthenticator(REALM),
                new LoginCache(System::nanoTime, () -> settings.now().loginCacheSeconds())),
            notes));
  }

  ApiContext(Guard guard) {
    this.guard = guard;
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
