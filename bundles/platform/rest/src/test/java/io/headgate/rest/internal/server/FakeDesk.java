package io.headgate.rest.internal.server;

import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayCounts;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.candidate.RuleDifference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One staged set and one run. */
final class FakeDesk implements RuleDesk {

  static final String HASH = "abcdef" + "01".repeat(29);

  final List<String> calls = new CopyOnWriteArrayList<>();

  private static Candidate candidate(String set) {
    if (!HASH.startsWith(set)) {
      throw new IllegalArgumentException("no rule set is kept whose hash begins with " + set);
    }
    return new Candidate(
        HASH,
        Candidate.State.STAGED,
        "rules-next",
        "ann",
        FakeEngine.NOON,
        2,
        List.of(),
        1,
        null,
        List.of());
  }

  private Candidate done(String what, String set) {
    calls.add(what + " " + set);
    return candidate(set);
  }

  private static Replay run(ReplayRequest request, String who) {
    return new Replay(
        7,
        Replay.State.RUNNING,
        who,
        request,
        HASH,
        "recorded",
        FakeEngine.NOON,
        new Replay.Progress(10, 100, 1_000_000),
        new ReplayCounts(100, 1, 0, 0, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  @Override
  public List<Candidate> candidates() {
    return List.of(candidate(HASH));
  }

  @Override
  public Replay replay(ReplayRequest request, String who) {
    calls.add("replay " + request.with() + " against " + request.against());
    return run(request, who);
  }

  @Override
  public List<Replay> replays() {
    return List.of(run(ReplayRequest.all(SERVING, RECORDED), "ann"));
  }

  @Override
  public Replay await(long id, long millis) {
    return replays().get(0);
  }

  @Override
  public Replay cancel(long id) {
    calls.add("cancel " + id);
    return replays().get(0);
  }

  @Override
  public List<RuleDifference> diff(String from, String to) {
    return List.of();
  }

  @Override
  public Candidate stage(String folder, String who, String why) {
    if (!folder.equals("rules-next")) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    return done("stage", HASH);
  }

  @Override
  public Candidate shadow(String set, boolean on, String who) {
    return done("shadow " + on, set);
  }

  @Override
  public Candidate approve(String set, String signature, String who) {
    return done("approve", set);
  }

  @Override
  public Candidate activate(String set, String who, String why) {
    throw new IllegalStateException("1 signature is missing");
  }

  @Override
  public Candidate canary(String set, String who, String why) {
    return done("canary", set);
  }

  @Override
  public Candidate rollback(String who, String why) {
    return done("rollback", HASH);
  }
}
