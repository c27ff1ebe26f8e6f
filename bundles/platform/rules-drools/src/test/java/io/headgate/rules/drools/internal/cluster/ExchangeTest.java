package io.headgate.rules.drools.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Candidate.Step;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rule sets between nodes. */
class ExchangeTest extends NodesStage {

  private final FixedClock clock = new FixedClock();

  private NodeStage node(String name, int approvals, boolean distribute) throws IOException {
    return node(name, clock, approvals, distribute);
  }

  private NodeStage node(String name) throws IOException {
    return node(name, 0, true);
  }

  private NodeStage restarted(NodeStage node) throws IOException {
    node.close();
    nodes.remove(node);
    return node(node.name);
  }

  private static boolean differs(NodeStage node) {
    return node.alarms.isActive(ServingHashes.ALARM);
  }

  @Test
  void anActivatedSetReachesTheOthersAndEachOfThemCanTakeItBack() throws Exception {
    NodeStage n1 = node("N1");
    NodeStage n2 = node("N2");
    n1.board.connect(n2.board);
    settle(n1, n2);
    String before = n1.serving();
    assertThat(n2.serving()).isEqualTo(before);
    assertThat(n1.board.latest(OFFER)).as("nobody has done anything").isNull();

    String next = n1.activate("next", MORE, "ann");
    n1.exchange.look();
    assertThat(differs(n1)).as("the other still serves by the old one").isTrue();
    assertThat(n1.exchange.trouble())
        .contains("N1 serves " + next.substring(0, 12), "N2 serves " + before.substring(0, 12));
    settle(n2, n1);

    assertThat(n2.serving()).isEqualTo(next);
    assertThat(n2.store.status().rules())
        .extracting("name")
        .containsExactlyInAnyOrder("more", "size");
    assertThat(n2.folder.path("size.drl"))
        .as("its own files are left alone")
        .hasContent(Folder.RULES);
    assertThat(differs(n1) || differs(n2)).isFalse();
    assertThat(candidate(n2, next).author()).isEqualTo("ann");
    Step received = last(candidate(n2, next));
    assertThat(received.what()).isEqualTo("RECEIVED");
    assertThat(received.who()).isEqualTo("ann");
    assertThat(received.why()).isEqualTo("N1: because of next");
    assertThat(n2.audited).hasSize(1);
    AuditEvent event = n2.audited.get(0);
    assertThat(event.result()).isEqualTo(AuditEvent.Result.ACCEPTED);
    assertThat(event.caller().user()).isEqualTo("ann");
    assertThat(event.caller().door()).isEqualTo("cluster");
    assertThat(event.caller().source()).isEqualTo("N1");
    assertThat(event.what()).contains(next, "ACTIVATED on N1 at ", "because of next");

    n2.desk.rollback("bob", "too strict");
    settle(n2, n1);
    assertThat(n1.serving()).isEqualTo(before);
    assertThat(last(candidate(n1, before)).why()).isEqualTo("N2: too strict");
    assertThat(differs(n1) || differs(n2)).isFalse();
  }

  private static Candidate candidate(NodeStage node, String hash) {
    return node.desk.candidates().stream()
        .filter(one -> one.hash().equals(hash))
        .findFirst()
        .orElseThrow();
  }

  private static Step last(Candidate candidate) {
    return candidate.history().get(candidate.history().size() - 1);
  }

  @Test
  void aSavedFileReachesTheOthersTooAndANodeThatComesLateGetsIt() throws Exception {
    NodeStage n1 = node("N1");
    n1.exchange.look();
    n1.folder.write("more.drl", MORE);
    n1.store.apply();
    n1.exchange.look();
    NodeStage late = node("N2");
    String own = late.serving();
    assertThat(own).isNotEqualTo(n1.serving());
    late.board.connect(n1.board);
    settle(late, n1);
    assertThat(late.serving()).isEqualTo(n1.serving());
    assertThat(differs(late) || differs(n1)).isFalse();

    late = restarted(late);
    assertThat(late.serving()).as("what it had received serves on").isEqualTo(n1.serving());
    late.board.connect(n1.board);
    settle(late, n1);
    assertThat(differs(late)).isFalse();
  }

  @Test
  void anOlderSetNeverWinsAndBothHalvesOfASplitEndWithTheLater() throws Exception {
    NodeStage n1 = node("N1");
    NodeStage n2 = node("N2");
    n1.board.connect(n2.board);
    settle(n1, n2);
    n1.board.cut(n2.board);
    clock.advanceMillis(1);
    n1.activate("one", MORE, "ann");
    n1.exchange.look();
    clock.advanceMillis(1);
    String later = n2.activate("two", OTHER, "bob");
    n2.exchange.look();

    n1.board.connect(n2.board);
    settle(n1, n2);
    assertThat(n1.serving()).isEqualTo(later);
    assertThat(n2.serving()).isEqualTo(later);
    assertThat(n2.audited).as("it has taken nothing").isEmpty();

    n1.board.cut(n2.board);
    n1 = restarted(n1);
    n1.board.connect(n2.board);
    settle(n1, n2);
    assertThat(n1.serving()).isEqualTo(later);
  }

  @Test
  void actsOfOneMomentEndWithTheSameSetOnEveryNode() throws Exception {
    NodeStage n1 = node("N1");
    NodeStage n2 = node("N2");
    n1.activate("one", MORE, "ann");
    String wins = n2.activate("two", OTHER, "bob");
    assertThat(last(candidate(n1, n1.serving())).time())
        .isEqualTo(last(candidate(n2, wins)).time());
    settle(n1, n2);
    n1.board.connect(n2.board);
    settle(n1, n2);
    assertThat(n1.serving()).isEqualTo(wins);
    assertThat(n2.serving()).isEqualTo(wins);
  }

  @Test
  void filesChangedWhileTheNodeWasDownNeitherGoOutNorGiveWayUntilSomebodyActs() throws Exception {
    NodeStage n1 = node("N1");
    NodeStage n2 = node("N2");
    n1.board.connect(n2.board);
    clock.advanceMillis(1);
    String firm = n1.activate("one", MORE, "ann");
    settle(n1, n2);
    assertThat(n2.serving()).isEqualTo(firm);
    n1.board.cut(n2.board);
    n2.folder.write("other.drl", OTHER);
    clock.advanceMillis(1);
    n2 = restarted(n2);
    String changed = n2.serving();
    assertThat(changed).isNotEqualTo(firm);

    n1.board.connect(n2.board);
    settle(n1, n2);
    assertThat(n1.serving()).isEqualTo(firm);
    assertThat(n2.serving()).isEqualTo(changed);
    assertThat(differs(n1)).isTrue();
    assertThat(differs(n2)).isTrue();

    clock.advanceMillis(1);
    n1.desk.activate(firm, "ann", "this one it is");
    settle(n1, n2);
    assertThat(n2.serving()).isEqualTo(firm);
    assertThat(differs(n1) || differs(n2)).isFalse();
  }

  @Test
  void contentThatDoesNotGiveItsHashOrLeadsOutOfItsFolderIsRefused() throws Exception {
    NodeStage n1 = node("N1");
    NodeStage n2 = node("N2");
    String before = n2.serving();
    n1.activate("one", MORE, "ann");
    n1.exchange.look();
    Posting honest = Objects.requireNonNull(n1.board.latest(OFFER));
    Offer offer = Offer.decode(honest.content());
    TreeMap<String, byte[]> changed = new TreeMap<>(offer.files());
    changed.put(
        "policies/test/size.drl", Folder.RULES.replace(">", "<").getBytes(StandardCharsets.UTF_8));
    long time = honest.stamp().time();
    n2.board.post(posted(new Offer(offer.hash(), offer.act(), offer.lines(), changed), time));
    n2.exchange.look();
    assertThat(n2.serving()).isEqualTo(before);
    assertThat(n2.alarms.isActive(Exchange.REFUSED)).isTrue();
    assertThat(n2.exchange.faults())
        .singleElement()
        .asString()
        .contains("of node N9 is not taken", "do not give the hash");
    assertThat(n2.audited).extracting(AuditEvent::result).containsExactly(AuditEvent.Result.FAILED);

    changed.put("../../outside.drl", new byte[0]);
    n2.board.post(posted(new Offer(offer.hash(), offer.act(), offer.lines(), changed), time + 1));
    n2.exchange.look();
    assertThat(n2.exchange.faults()).singleElement().asString().contains("'../../outside.drl'");
    assertThat(base.resolve("outside.drl")).doesNotExist();

    n2.board.post(new Posting(OFFER, new Stamp(time + 2, "N9"), new byte[] {1, 0, 3, 'a'}));
    n2.exchange.look();
    assertThat(n2.exchange.faults()).singleElement().asString().contains("it ends too early");

    n2.board.post(new Posting(OFFER, new Stamp(time + 3, "N1"), honest.content()));
    n2.exchange.look();
    assertThat(n2.serving()).isEqualTo(offer.hash());
    assertThat(n2.alarms.isActive(Exchange.REFUSED)).isFalse();
    assertThat(n2.exchange.faults()).isEmpty();
  }

  private static Posting posted(Offer offer, long time) {
    return new Posting(OFFER, new Stamp(time, "N9"), offer.encode());
  }

  @Test
  void aSetThatDoesNotCompileHereLeavesTheOldOneAndNamesFileAndLine() throws Exception {
    NodeStage n1 = node("N1");
    String before = n1.serving();
    Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
    new Folder(elsewhere).write("size.drl", Folder.RULES + "rule \"x\" when eval(true) then end");
    SetFiles files = SetFiles.read(elsewhere);
    TreeMap<String, byte[]> content = new TreeMap<>();
    for (String file : List.of("policy.md", "examples.csv", "size.drl")) {
      content.put(
          "policies/test/" + file,
          Files.readAllBytes(elsewhere.resolve("policies/test").resolve(file)));
    }
    Step act = new Step(clock.epochNanos() + 5, "ACTIVATED", "eve", "it does there");
    n1.board.post(posted(new Offer(files.hash(), act, List.of(), content), act.time()));
    n1.exchange.look();
    assertThat(n1.serving()).isEqualTo(before);
    assertThat(n1.exchange.faults().get(0).file()).isEqualTo("policies/test/size.drl");
    assertThat(n1.exchange.faults().get(0).line()).isPositive();
    assertThat(n1.alarms.isActive(Exchange.REFUSED)).isTrue();
    assertThat(n1.audited)
        .singleElement()
        .extracting(event -> event.caller().source())
        .isEqualTo("N9");
  }

  @Test
  void aNodeThatAsksForSignaturesBelievesNobodyElse() throws Exception {
    NodeStage n1 = node("N1");
    NodeStage n2 = node("N2", 1, true);
    n1.board.connect(n2.board);
    KeyPair bob = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String set = n1.stage("one", MORE, "ann");
    Files.writeString(n1.base.resolve("signers.properties"), line("bob", bob));
    n1.desk.activate(set, "ann", "nobody asks here");
    settle(n1, n2);
    assertThat(n2.serving()).isNotEqualTo(set);
    assertThat(n2.exchange.faults()).singleElement().asString().contains("has 0 of 1 signatures");

    n1.desk.approve(set, signed(bob, set), "bob");
    clock.advanceMillis(1);
    n1.desk.activate(set, "ann", "signed now");
    settle(n1, n2);
    assertThat(n2.serving()).as("bob's key is not known here").isNotEqualTo(set);
    Files.writeString(n2.base.resolve("signers.properties"), line("bob", bob));
    for (int i = 0; i < 25; i++) {
      n2.exchange.look();
    }
    assertThat(n2.serving()).isEqualTo(set);
    assertThat(candidate(n2, set).approvedBy()).containsExactly("bob");
    assertThat(n2.alarms.isActive(Exchange.REFUSED)).isFalse();
    assertThatThrownBy(() -> n2.desk.approve(set, signed(bob, set), "ann"))
        .hasMessageContaining("no public key");
  }

  private static String line(String login, KeyPair key) {
    return login + " = " + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
  }

  private static String signed(KeyPair key, String hash) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(Candidate.message(hash).getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  @Test
  void withoutDistributionSetsAreOnlyCompared() throws Exception {
    NodeStage n1 = node("N1", 0, false);
    NodeStage n2 = node("N2");
    n1.board.connect(n2.board);
    String firm = n2.activate("one", MORE, "ann");
    settle(n1, n2);
    assertThat(n1.serving()).isNotEqualTo(firm);
    assertThat(differs(n1)).isTrue();
    assertThat(differs(n2)).isTrue();
    n1.activate("two", MORE, "ann");
    settle(n1, n2);
    assertThat(differs(n1) || differs(n2)).as("the same files give the same hash").isFalse();
  }
}
