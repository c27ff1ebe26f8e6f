package ${package};

import io.headgate.model.number.Fixed;
import io.headgate.spi.strategy.Strategy;
import io.headgate.testkit.contract.StrategyContract;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.Set;

class ${className}ContractTest extends StrategyContract {

  @Override
  protected Strategy create() {
    return new ${className}Strategy(
        new ${className}Settings(
            "${pluginName}",
            "ACC1",
            Set.of(FakeReferenceData.ACME.id(), FakeReferenceData.EURUSD.id()),
            3,
            10 * Fixed.ONE,
            100_000 * Fixed.ONE,
            500_000_000));
  }
}
