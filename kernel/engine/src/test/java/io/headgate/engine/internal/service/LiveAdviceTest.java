package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeScorer;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.VenueSimulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scores on their own threads; the clock stands still unless a test moves it. */
class LiveAdviceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EngineFixture fixture =
      new EngineFixture(
              InMemoryJournal.durableAtOnce(),
              new UnlimitedRights(),
              new VenueSimulator("sim"),
              FakeNodeInfo.live())
          .started();
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger entered = new AtomicInteger();

  @AfterEach
  void stop() {
    release.countDown();
    fixture.engine.close();
  }

  private Scorer blocking(String name) {
    return new FakeScorer(
        name,
        List.of("price"),
        values -> {
          entered.incrementAndGet();
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return values[0];
        });
  }

  private Asker asking(String name, long millis) {
    Asker asker = Asker.scorer(name, millis);
    fixture.add(asker);
    return asker;
  }

  private void quote() {
    fixture.quote(FakeReferenceData.ACME, "99", "101");
  }

  private void awaitAnswers(Asker asker, int count) {
    await().atMost(PATIENCE).until(() -> asker.scores.size() >= count);
  }

  private void awaitEntered(int count) {
    await().atMost(PATIENCE).until(() -> entered.get() >= count);
  }

  @Test
  void aSlowScoreIsStaleAndTheLoopGoesOn() {
    fixture.engine.advice().add(new FakeFeatures());
    fixture.engine.advice().add(blocking("slow"));
    fixture.engine.advice().add(new FakeScorer("quick", List.of("price"), values -> 5));
    Asker asker = asking("slow", 100);
    quote();
    awaitAnswers(asker, 1);
    quote();
    awaitEntered(1);

    // Its worker hangs: orders, data and other scorers go on.
    Asker other = new Asker(c -> c.requestScore("quick", AcmeStrategy.ACME, Long.MAX_VALUE));
    fixture.machine.advanceMillis(99);
    assertThat(fixture.orders.openOrders()).isEmpty();
    assertThat(asker.scores).hasSize(1);
    fixture.machine.advanceMillis(2);
    awaitAnswers(asker, 2);
    assertThat(asker.latest().state()).isEqualTo(AnswerState.STALE);
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.DEADLINE_PASSED);
    fixture.control.stop(asker.name());
    fixture.add(other);
    quote();
    quote();
    await().atMost(PATIENCE).until(() -> other.scores.stream().anyMatch(ScoreAnswer::isFresh));

    // The late result is dropped: one request, one answer.
    int before = asker.scores.size();
    release.countDown();
    await()
        .atMost(PATIENCE)
        .until(() -> new ScorerFace(fixture.engine).scorer("slow").latency().count() == 1);
    assertThat(asker.scores).hasSize(before);
    assertThat(new ScorerFace(fixture.engine).scorer("slow").scores()).isZero();
  }

  @Test
  void whatDoesNotFitIntoTheQueueIsUnavailableAtOnce() {
    fixture.engine.advice().add(new FakeFeatures());
    fixture.engine.advice().add(blocking("slow"));
    Asker asker = asking("slow", 1_000_000);
    quote();
    awaitAnswers(asker, 1);
    quote();
    awaitEntered(1);
    for (int i = 0; i < 1_024 + 10; i++) {
      quote();
    }

    awaitAnswers(asker, 1 + 10);
    assertThat(asker.scores.subList(1, 11)).allMatch(a -> a.reason() == AnswerReason.QUEUE_FULL);
    release.countDown();
    awaitAnswers(asker, 1 + 1_024 + 11);
    assertThat(asker.scores.stream().filter(ScoreAnswer::isFresh)).hasSize(1_025);
    assertThat(asker.scores.stream().map(ScoreAnswer::request).distinct()).hasSize(1_036);
  }

  @Test
  void whatWaitsForAScorerThatGoesIsToldSo() {
    fixture.engine.advice().add(new FakeFeatures());
    Scorer slow = blocking("slow");
    fixture.engine.advice().add(slow);
    Asker asker = asking("slow", 1_000_000);
    quote();
    awaitAnswers(asker, 1);
    quote();
    awaitEntered(1);
    quote();
    quote();
    await()
        .atMost(PATIENCE)
        .until(() -> new ScorerFace(fixture.engine).scorer("slow").waiting() == 2);

    fixture.engine.advice().remove(slow);

    // The one under way is interrupted and answers what it had; the others never ran.
    awaitAnswers(asker, 4);
    assertThat(asker.scores.stream().filter(a -> a.reason() == AnswerReason.REMOVED)).hasSize(2);
    assertThat(entered.get()).isEqualTo(1);
    quote();
    awaitAnswers(asker, 5);
    assertThat(asker.latest().reason()).isEqualTo(AnswerReason.NOT_INSTALLED);
  }

  @Test
  void answersToAStrategyThatWasStoppedAreDropped() {
    fixture.engine.advice().add(new FakeFeatures());
    fixture.engine.advice().add(blocking("slow"));
    Asker asker = asking("slow", 1_000_000);
    quote();
    awaitAnswers(asker, 1);
    quote();
    awaitEntered(1);
    fixture.control.stop(asker.name());
    fixture.control.start(asker.name());
    release.countDown();
    await()
        .atMost(PATIENCE)
        .until(() -> new ScorerFace(fixture.engine).scorer("slow").scores() == 1);

    assertThat(asker.scores).hasSize(1);
  }
}
