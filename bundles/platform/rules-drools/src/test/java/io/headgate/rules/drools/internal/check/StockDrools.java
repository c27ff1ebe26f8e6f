package io.headgate.rules.drools.internal.check;

import io.headgate.spi.rules.OrderContext;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Judges by rule files as they are, with Drools alone and none of our own code. */
final class StockDrools implements Judge, AutoCloseable {

  private static final String HEADER =
      """
      package stock;
      import io.headgate.spi.rules.OrderContext;
      import io.headgate.spi.limits.LimitKind;
      import io.headgate.model.decision.Unit;
      """;

  private final KieSession session;

  private StockDrools(KieSession session) {
    this.session = session;
  }

  static StockDrools of(String rules) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("stock", "stock", UUID.randomUUID().toString());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/stock/stock.drl", HEADER + rules);
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new AssertionError(builder.getResults().getMessages());
    }
    return new StockDrools(services.newKieContainer(release).newKieSession());
  }

  @Override
  public void judge(OrderContext context) {
    FactHandle fact = session.insert(context);
    session.fireAllRules(
        match -> {
          context.beginRule(match.getRule().getName());
          return true;
        });
    session.delete(fact);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
