package io.headgate.node.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.strategy.StrategyStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplaySessionTest {

  @TempDir Path cwd;
  private final FakeNode node = new FakeNode();
  private final FakeContainer container = new FakeContainer(node);

  ReplaySessionTest() throws Exception {}

  private ReplaySession session(String... more) throws IOException {
    Files.writeString(cwd.resolve("a.csv"), "1,2,3\n");
    List<String> lines =
        new ArrayList<>(
            List.of("a.csv", "--instrument", "ACME.SIM", "--columns", "millisOfDay,bid,ask"));
    lines.addAll(List.of(more));
    Path arguments = Files.write(cwd.resolve("arguments"), lines);
    node.properties.put("headgate.session.args", arguments.toString());
    node.properties.put("headgate.session.cwd", cwd.toString());
    return ReplaySession.of(node.session(), container.configurations());
  }

  @Test
  void runsTheDataThroughTheNodeAndAccountsForEveryRow() throws Exception {
    node.strategies.put("other", StrategyStatus.State.ACTIVE);

    assertThat(session("--set", "fast=3", "--date", "2026-03-02").run()).isEqualTo(Session.OK);

    assertThat(container.written.get("io.headgate.data.replay"))
        .containsEntry("files", new String[] {cwd.resolve("a.csv").toString()})
        .containsEntry("instrument", "ACME.SIM")
        .containsEntry("columns", "millisOfDay,bid,ask")
        .containsEntry("date", "2026-03-02");
    assertThat(container.written.get("io.headgate.strategies.momentum"))
        .containsEntry("name", "momentum")
        .containsEntry("instruments", "ACME.SIM")
        .containsEntry("fast", "3");
    assertThat(node.calls).containsExactly("stop other", "stop momentum", "drain");
    assertThat(container.adapter.stopped).isTrue();
    assertThat(node.output().lines().filter(l -> l.startsWith("SUMMARY ")))
        .singleElement()
        .asString()
        .contains(
            "\"rows\":{\"read\":10,\"delivered\":7,\"skipped\":3,\"skippedByReason\":{\"NO_PRICE\":3}}")
        .endsWith("\"consistent\":true}");
    assertThat(node.output()).contains("rows        10 read, 7 delivered, 3 skipped {NO_PRICE=3}");
  }

  @Test
  void withJsonThereIsNothingButTheSummary() throws Exception {
    assertThat(session("--json").run()).isEqualTo(Session.OK);

    assertThat(node.output().lines()).singleElement().asString().startsWith("SUMMARY {");
    assertThat(node.errors()).isEmpty();
  }

  @Test
  void dataThatEndsEarlyFailsAndStillTellsWhatItCameTo() throws Exception {
    container.adapter.failure = "a.csv:11: the archive is cut off";

    assertThat(session("--json").run()).isEqualTo(Session.FAILED);

    assertThat(node.errors()).contains("the data ended early: a.csv:11: the archive is cut off");
    assertThat(node.output()).contains("\"read\":10");
  }

  @Test
  void whatTheAdapterCannotReadIsSaidInOptions() throws Exception {
    container.adapter.problem = "etc/io.headgate.data.replay.cfg: columns 'x': 'x' is unknown";
    ReplaySession session = session();

    assertThatThrownBy(session::run)
        .isInstanceOf(UsageException.class)
        .hasMessage("--columns 'x': 'x' is unknown");
  }

  @Test
  void aStrategyThatTheNodeDoesNotHaveIsRefused() throws Exception {
    ReplaySession session = session("--strategy", "carry");

    assertThatThrownBy(session::run)
        .isInstanceOf(UsageException.class)
        .hasMessage("--strategy is 'carry', expected one of [momentum]");
    assertThat(container.written).isEmpty();
  }

  @Test
  void aSettingThatTheStrategyDoesNotHaveIsRefused() throws Exception {
    ReplaySession session = session("--set", "fats=3");

    assertThatThrownBy(session::run)
        .isInstanceOf(UsageException.class)
        .hasMessage("--set has the key 'fats', expected one of [fast, instruments, name]");
  }

  @Test
  void aSettingThatTheStrategyDoesNotAcceptIsToldAtOnce() throws Exception {
    container.strategyFailure = "fast is '0', expected a whole number from 1 to 100";
    node.strategies.clear();
    ReplaySession session = session("--set", "fast=0");

    assertThatThrownBy(session::run)
        .isInstanceOf(UsageException.class)
        .hasMessage("fast is '0', expected a whole number from 1 to 100");
  }

  @Test
  void withoutItsArgumentsItSaysWhereTheyShouldBe() {
    node.properties.put("headgate.session.args", cwd.resolve("none").toString());

    assertThatThrownBy(() -> ReplaySession.of(node.session(), container.configurations()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("headgate.session.args is '" + cwd.resolve("none"));
  }
}
