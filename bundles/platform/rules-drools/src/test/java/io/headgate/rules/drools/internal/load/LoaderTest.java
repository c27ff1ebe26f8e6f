package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoaderTest {

  static final Path SHIPPED = Path.of("../../../rules");

  @Test
  void theShippedPolicyLoads() throws Exception {
    FolderImage image = new RulesFolder(SHIPPED).read();
    CompiledRules rules = new Loader(new RuleCompiler(true), 3000, 20_000).load(image);
    assertThat(rules.describe()).hasSize(12).allMatch(rule -> rule.gear().equals("STRAIGHT"));
  }
}
