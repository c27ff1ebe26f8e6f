package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.listing.Books;
import io.headgate.spi.rules.RuleAdmin;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Rules that serve. */
@Component(
    service = {},
    immediate = true)
public final class RulesBean extends Registration implements RulesMXBean {

  private final RuleAdmin rules;

  /** Registers the bean. */
  @Activate
  public RulesBean(@Reference RuleAdmin rules) {
    super("Rules");
    this.rules = rules;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public List<Map<String, String>> getRules() {
    return Books.rules(rules.status()).rows();
  }

  @Override
  public List<Map<String, String>> getStatus() {
    return Books.ruleStatus(rules.status()).rows();
  }

  @Override
  public List<Map<String, String>> reload() {
    return Books.ruleStatus(rules.reload()).rows();
  }
}
