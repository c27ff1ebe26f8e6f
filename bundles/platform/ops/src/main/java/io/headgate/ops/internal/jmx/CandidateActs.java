package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.candidate.Moments;
import io.headgate.ops.internal.jmx.Face.Operation;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What can be done over JMX with rule sets before they serve; answers are JSON. */
final class CandidateActs {

  private static final String SET = "First six digits of its hash, or more";
  private static final String NAMED = "serving, a folder, or the first six digits of a hash";
  private static final String MOMENT = "Such as 2030-01-31T08:00:00Z; empty for all";

  private CandidateActs() {}

  static List<Operation> of(Noun<?> noun, Supplier<RuleDesk> desk) {
    return noun == CandidateNouns.REPLAY ? replays(desk) : candidates(desk);
  }

  private static List<Operation> candidates(Supplier<RuleDesk> desk) {
    return List.of(
        NounFaces.Acts.texts(
            "stage",
            "Copies a folder of rules to the node, checked and compiled",
            named("folder", "Folder with policies/ in it", "why", "Reason"),
            a -> json(desk.get().stage(a[0], CurrentUser.name(), a[1]))),
        NounFaces.Acts.texts(
            "startShadow",
            "Judges every order by a staged set too",
            named("set", SET),
            a -> json(desk.get().shadow(a[0], true, CurrentUser.name()))),
        NounFaces.Acts.texts(
            "stopShadow",
            "Ends that",
            named("set", SET),
            a -> json(desk.get().shadow(a[0], false, CurrentUser.name()))),
        NounFaces.Acts.texts(
            "approve",
            "Adds your signature to a staged set",
            named("set", SET, "signature", "Ed25519 over its message, in Base64"),
            a -> json(desk.get().approve(a[0], a[1], CurrentUser.name()))),
        NounFaces.Acts.texts(
            "activate",
            "Lets a staged set serve, here and on the other nodes",
            named("set", SET, "why", "Reason"),
            a -> json(desk.get().activate(a[0], CurrentUser.name(), a[1]))),
        NounFaces.Acts.texts(
            "canary",
            "Lets a staged set serve on this node alone",
            named("set", SET, "why", "Reason"),
            a -> json(desk.get().canary(a[0], CurrentUser.name(), a[1]))),
        NounFaces.Acts.texts(
            "rollback",
            "Lets the set serve again that served before",
            named("why", "Reason"),
            a -> json(desk.get().rollback(CurrentUser.name(), a[0]))),
        NounFaces.Acts.texts(
            "listDifferences",
            "What is different between two sets",
            named("from", NAMED, "to", NAMED),
            a -> NounJson.array(CandidateNouns.DIFFERENCE.rows(desk.get().diff(a[0], a[1])))));
  }

  private static List<Operation> replays(Supplier<RuleDesk> desk) {
    return List.of(
        NounFaces.Acts.texts(
            "start",
            "Begins to judge past orders by another set; the attribute Replays tells how far it is",
            named("with", NAMED, "against", NAMED + ", or recorded", "from", MOMENT, "to", MOMENT),
            a -> json(desk.get().replay(request(a), CurrentUser.name()))),
        NounFaces.Acts.texts(
            "startTightness",
            "Begins to look how near past orders came to each limit",
            named("with", NAMED, "from", MOMENT, "to", MOMENT),
            a ->
                json(
                    desk.get()
                        .replay(
                            request(a[0], RuleDesk.RECORDED, a[1], a[2])
                                .withTightness(ReplayRequest.NEAR_PERCENT),
                            CurrentUser.name()))),
        NounFaces.Acts.texts(
            "cancel",
            "Ends a run",
            named("id", "Its number"),
            a -> json(desk.get().cancel(number(a[0])))));
  }

  private static ReplayRequest request(String... texts) {
    return ReplayRequest.all(texts[0], texts[1])
        .between(
            texts[2].isBlank() ? 0 : Moments.parse("from", texts[2]),
            texts[3].isBlank() ? Long.MAX_VALUE : Moments.parse("to", texts[3]));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("id is '%s', expected a number".formatted(text), e);
    }
  }

  private static String json(Candidate candidate) {
    return NounJson.object(CandidateNouns.CANDIDATE.row(candidate));
  }

  private static String json(Replay replay) {
    return NounJson.object(CandidateNouns.REPLAY.row(replay));
  }

  private static Map<String, String> named(String... namesAndDocs) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndDocs.length; i += 2) {
      parameters.put(namesAndDocs[i], namesAndDocs[i + 1]);
    }
    return parameters;
  }
}
