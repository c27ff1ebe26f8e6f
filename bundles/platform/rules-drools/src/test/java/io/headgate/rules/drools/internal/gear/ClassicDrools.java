package io.headgate.rules.drools.internal.gear;

import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Judges by Drools' classic compiler, which reads conditions with MVEL and shares no generated code
 * with the executable model.
 */
public final class ClassicDrools implements AutoCloseable {

  private final List<PlacedRule> rules;
  private final DroolsSession session;

  private ClassicDrools(List<PlacedRule> rules, KieBase base) {
    this.rules = rules;
    this.session = new DroolsSession(base);
  }

  /** Compiles the rules from the text from which they are compiled to serve. */
  public static ClassicDrools of(List<PlacedRule> rules) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("classic", "classic", UUID.randomUUID().toString());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write(
        "src/main/resources/classic/classic.drl", CanonicalDrl.print(CanonicalDrl.PACKAGE, rules));
    KieBuilder builder = services.newKieBuilder(files).buildAll(DrlProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new AssertionError(builder.getResults().getMessages());
    }
    return new ClassicDrools(rules, services.newKieContainer(release).getKieBase());
  }

  /**
   * Lets the rules speak.
   *
   * @throws Exception if one fails
   */
  public void judge(OrderContext context) throws Exception {
    session.evaluate(context, rules);
  }

  @Override
  public void close() {
    session.close();
  }
}
