package io.headgate.engine.internal.service;

import io.headgate.testkit.fake.InMemoryJournal;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts an engine whose journal becomes durable on demand: somebody must commit the epoch. */
final class StartedOnDemand {

  private StartedOnDemand() {}

  static void start(EngineFixture fixture, InMemoryJournal journal) {
    AtomicBoolean started = new AtomicBoolean();
    Thread committer =
        new Thread(
            () -> {
              while (!started.get()) {
                journal.commit();
                Thread.onSpinWait();
              }
            });
    committer.start();
    fixture.engine.start();
    started.set(true);
    try {
      committer.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    fixture.engine.lanes().add(fixture.venue);
    fixture.quote(io.headgate.testkit.fake.FakeReferenceData.ACME, "99.99", "100.01");
    journal.commit();
  }
}
