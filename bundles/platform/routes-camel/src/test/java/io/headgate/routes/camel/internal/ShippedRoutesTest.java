package io.headgate.routes.camel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.route.RouteStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRoutesTest {

  @TempDir Path base;

  @Test
  void allAreInForce() throws Exception {
    Node node = new Node(base);
    node.shipped("market-simulator.yaml");
    node.shipped("orders-out.yaml");
    node.shipped("executions-file.yaml");
    node.shipped("orders-file.yaml");
    try (RouteRuntime runtime = node.start()) {
      var list = runtime.switchboard().list();
      assertThat(list)
          .extracting(RouteStatus::id)
          .containsExactly("executions-file", "market-simulator", "orders-file", "orders-out");
    }
  }
}
