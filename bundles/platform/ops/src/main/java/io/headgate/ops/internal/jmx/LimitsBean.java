package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.listing.Books;
import io.headgate.spi.limits.Limits;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Limits in force. */
@Component(
    service = {},
    immediate = true)
public final class LimitsBean extends Registration implements LimitsMXBean {

  private final Limits limits;

  /** Registers the bean. */
  @Activate
  public LimitsBean(@Reference Limits limits) {
    super("Limits");
    this.limits = limits;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public List<Map<String, String>> getRows() {
    return Books.limits(limits.rows()).rows();
  }

  @Override
  public List<String> getFailures() {
    return limits.failures();
  }

  @Override
  public List<String> reload() {
    return limits.reload();
  }
}
