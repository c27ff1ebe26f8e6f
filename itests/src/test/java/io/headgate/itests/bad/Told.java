package io.headgate.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.itests.node.Desk;
import io.headgate.itests.node.NodeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** What a node says is wrong, where people look: in its health and its alarms. */
public final class Told {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration STEP = Duration.ofMillis(300);

  private final NodeProcess node;
  private final Desk desk;

  /** Of a node that runs. */
  public Told(NodeProcess node, Desk desk) {
    this.node = node;
    this.desk = desk;
  }

  private String health() throws IOException, InterruptedException {
    return node.http().get("/api/v1/health").body();
  }

  private String alarms() throws IOException, InterruptedException {
    return desk.get("/alarms").toString();
  }

  /** Waits until the health says all of it. */
  public void awaitHealth(String... texts) {
    awaitIn("the health", this::health, texts);
  }

  /** Waits until alarms say all of it. */
  public void awaitAlarm(String... texts) {
    awaitIn("an alarm", this::alarms, texts);
  }

  /** Waits until something says all of it. */
  public static void awaitIn(String where, Callable<String> what, String... texts) {
    await(where + " says " + List.of(texts))
        .atMost(SOON)
        .pollInterval(STEP)
        .untilAsserted(() -> assertThat(what.call()).contains(texts));
  }

  /** Waits until neither says it any more. */
  public void awaitGone(String text) {
    await("nothing says " + text + " any more")
        .atMost(SOON)
        .pollInterval(STEP)
        .untilAsserted(
            () -> {
              assertThat(health()).doesNotContain(text);
              assertThat(alarms()).doesNotContain(text);
            });
  }
}
