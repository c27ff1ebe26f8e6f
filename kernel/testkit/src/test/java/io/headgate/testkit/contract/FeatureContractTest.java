package io.headgate.testkit.contract;

import io.headgate.spi.feature.FeatureFactory;
import io.headgate.testkit.fake.FakeFeatures;
import java.util.List;

class FeatureContractTest extends FeatureContract {

  @Override
  protected FeatureFactory create() {
    return new FakeFeatures();
  }

  @Override
  protected List<String> names() {
    return List.of("price", "change(1)", "change(100)");
  }
}
