package io.headgate.node.internal.session;

import io.headgate.spi.route.RouteControl;
import io.headgate.spi.route.RouteStatus;
import java.util.ArrayList;
import java.util.List;

/** Routes that only note what is asked of them. */
final class FakeRoutes implements RouteControl {

  final List<String> ids = new ArrayList<>(List.of("market-simulator"));
  private final List<String> calls;

  FakeRoutes(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public List<RouteStatus> list() {
    return ids.stream()
        .map(id -> new RouteStatus(id, "", "headgate:market", "Stopped", 0, 0, 0, "file"))
        .toList();
  }

  @Override
  public void start(String id) {
    calls.add("start " + id);
  }

  @Override
  public void stop(String id) {
    calls.add("stop " + id);
  }

  @Override
  public void suspend(String id) {
    calls.add("suspend " + id);
  }
}
