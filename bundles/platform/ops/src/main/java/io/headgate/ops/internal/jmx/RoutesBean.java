package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.route.RouteControl;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Routes. */
@Component(
    service = {},
    immediate = true)
public final class RoutesBean extends Registration implements RoutesMXBean {

  private final RouteControl routes;

  /** Registers the bean. */
  @Activate
  public RoutesBean(@Reference RouteControl routes) {
    super("Routes");
    this.routes = routes;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public List<Map<String, String>> getRoutes() {
    return Running.routes(routes.list()).rows();
  }

  @Override
  public void start(String id) {
    routes.start(id);
  }

  @Override
  public void stop(String id) {
    routes.stop(id);
  }

  @Override
  public void suspend(String id) {
    routes.suspend(id);
  }
}
