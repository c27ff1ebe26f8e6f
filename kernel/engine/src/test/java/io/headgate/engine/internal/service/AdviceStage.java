package io.headgate.engine.internal.service;

import io.headgate.spi.scorer.Scorer;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeReferenceData;

/** A replay in which strategies ask scorers and optimisers, all of it inline. */
abstract class AdviceStage {

  final EngineFixture fixture = new EngineFixture().started();
  final ScorerFace scorers = new ScorerFace(fixture.engine);

  Asker add(Asker asker) {
    fixture.add(asker);
    return asker;
  }

  void scorer(Scorer scorer) {
    fixture.engine.advice().add(scorer);
  }

  void features() {
    fixture.engine.advice().add(new FakeFeatures());
  }

  void quote(String bid, String ask) {
    fixture.quote(FakeReferenceData.ACME, bid, ask);
  }
}
