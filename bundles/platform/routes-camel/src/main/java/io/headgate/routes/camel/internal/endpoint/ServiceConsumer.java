package io.headgate.routes.camel.internal.endpoint;

import io.headgate.routes.camel.internal.service.Slot;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A route's input that hangs on a service: it attaches itself when the service comes, lets go when
 * the service goes, and tries again when attaching fails, without a restart of the route.
 *
 * @param <S> type of the service
 */
abstract class ServiceConsumer<S> extends DefaultConsumer implements Suspendable {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceConsumer.class);

  private final HeadgateEndpoint endpoint;
  private final Slot<S> slot;
  private final Runnable onChange = this::reconcileLater;
  private boolean wanted;
  private @Nullable S attached;
  private @Nullable AutoCloseable handle;
  private volatile String trouble = "";

  ServiceConsumer(HeadgateEndpoint endpoint, Processor processor, Slot<S> slot) {
    super(endpoint, processor);
    this.endpoint = endpoint;
    this.slot = slot;
  }

  /**
   * Begins to take input.
   *
   * @return ends it again
   */
  abstract AutoCloseable attach(S service);

  /** Why nothing comes in; empty while all is well. */
  String trouble() {
    return trouble;
  }

  /** Events that this input has lost because the route was too slow. */
  long dropped() {
    return 0;
  }

  /** Whether it is attached to its service now. */
  final synchronized boolean isAttached() {
    return attached != null;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    endpoint.room().add(this);
    slot.listen(onChange);
    want(true);
  }

  @Override
  protected void doStop() throws Exception {
    slot.forget(onChange);
    endpoint.room().remove(this);
    want(false);
    super.doStop();
  }

  /** Attaches or lets go. */
  final void want(boolean fresh) {
    synchronized (this) {
      wanted = fresh;
    }
    reconcile();
  }

  private void reconcileLater() {
    endpoint.room().worker().execute(this::reconcile);
  }

  private synchronized void reconcile() {
    S target = wanted ? slot.get() : null;
    if (attached == target && (target != null || !wanted)) {
      return;
    }
    letGo();
    if (target != null) {
      hold(target);
    } else if (wanted) {
      report("waits for " + slot.name());
    } else {
      trouble = "";
    }
  }

  private void hold(S target) {
    try {
      handle = attach(target);
      attached = target;
      if (!trouble.isEmpty()) {
        LOG.info("Route {} has {}", getRouteId(), slot.name());
      }
      trouble = "";
    } catch (RuntimeException e) {
      report("%s refuses: %s".formatted(slot.name(), e.getMessage()));
      var unused =
          endpoint
              .room()
              .worker()
              .schedule(this::reconcile, endpoint.room().retryMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void report(String text) {
    if (!text.equals(trouble)) {
      LOG.info("Route {} {}", getRouteId(), text);
    }
    trouble = text;
  }

  private void letGo() {
    AutoCloseable old = handle;
    handle = null;
    attached = null;
    if (old != null) {
      try {
        old.close();
      } catch (Exception e) {
        LOG.warn("Route {} could not let go of {}: {}", getRouteId(), slot.name(), e.toString());
      }
    }
  }
}
