package io.headgate.rules.drools.internal.cluster;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that hear of each other once their boards are connected. */
abstract class NodesStage {

  static final String OFFER = "rules/offer";
  static final String MORE = Rules.text("more", "quantity > 1000");
  static final String OTHER = Rules.text("other", "quantity > 2000");

  @TempDir Path base;
  final List<NodeStage> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(NodeStage::close);
  }

  /** A node that shares its sets and takes them without approval. */
  NodeStage node(String name, FixedClock clock) throws IOException {
    return node(name, clock, 0, true);
  }

  NodeStage node(String name, FixedClock clock, int approvals, boolean distribute)
      throws IOException {
    NodeStage node = new NodeStage(name, base.resolve(name), clock, approvals, distribute);
    nodes.add(node);
    return node;
  }

  /** Each node looks until nothing moves any more. */
  static void settle(NodeStage... all) {
    for (int round = 0; round < 4; round++) {
      for (NodeStage node : all) {
        node.exchange.look();
      }
    }
  }
}
