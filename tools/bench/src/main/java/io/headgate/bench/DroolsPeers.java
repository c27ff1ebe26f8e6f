package io.headgate.bench;

import io.headgate.model.decision.Unit;
import io.headgate.spi.rules.OrderContext;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.ruleunits.api.RuleUnitInstance;
import org.drools.ruleunits.api.RuleUnitProvider;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.builder.conf.AlphaNetworkCompilerOption;

/** Drools itself in its several arrangements, all over its executable model. */
final class DroolsPeers {

  private DroolsPeers() {}

  static Peer resident() {
    KieSession session = base(AlphaNetworkCompilerOption.DISABLED).newKieSession();
    return order -> {
      FactHandle fact = session.insert(order);
      session.fireAllRules();
      session.delete(fact);
    };
  }

  static Peer tuned() {
    KieSession session = base(AlphaNetworkCompilerOption.INMEMORY).newKieSession();
    FactHandle[] fact = new FactHandle[1];
    return order -> {
      if (fact[0] == null) {
        fact[0] = session.insert(order);
      } else {
        session.update(fact[0], order);
      }
      session.fireAllRules();
    };
  }

  static Peer stateless() {
    StatelessKieSession session =
        base(AlphaNetworkCompilerOption.DISABLED).newStatelessKieSession();
    return session::execute;
  }

  static Peer ruleUnit() {
    CheckedOrders unit = new CheckedOrders();
    RuleUnitInstance<CheckedOrders> instance = RuleUnitProvider.get().createRuleUnitInstance(unit);
    return order -> {
      unit.getOrders().set(order);
      instance.fire();
      unit.getOrders().clear();
    };
  }

  private static KieBase base(AlphaNetworkCompilerOption alphaNetwork) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("io.headgate", "bench", alphaNetwork.name());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    String header =
        "package bench;\nimport %s;\nimport %s;\n"
            .formatted(OrderContext.class.getName(), Unit.class.getName());
    files.write("src/main/resources/bench/bench.drl", header + DecisionRules.text());
    // Through a module descriptor it would need Drools' support for XML; only this JVM is
    // concerned.
    System.setProperty(AlphaNetworkCompilerOption.PROPERTY_NAME, alphaNetwork.getMode());
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().getMessages().toString());
    }
    return services.newKieContainer(release).getKieBase();
  }
}
