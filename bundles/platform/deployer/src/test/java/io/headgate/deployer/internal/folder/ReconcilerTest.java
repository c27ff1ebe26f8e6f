package io.headgate.deployer.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.headgate.deployer.internal.TestJar;
import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.deploy.Deployment.State;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcilerTest {

  private static final String NAME = "io.headgate.strategies.idea";
  private static final long SETTLE_MILLIS = 5_000;

  @TempDir Path home;

  private final FixedClock clock = new FixedClock(1_700_000_000_000_000_000L);
  private final RecordingAlarms alarms = new RecordingAlarms();
  private FakeRunner runner = new FakeRunner();
  private @Nullable Reconciler current;
  private Path deploy = Path.of("deploy");
  private long copies;

  @BeforeEach
  void start() throws IOException {
    deploy = Files.createDirectories(home.resolve("deploy"));
    Files.createDirectories(home.resolve("etc"));
    restart();
  }

  /** The node begins anew: nothing runs, the folders are as they were. */
  private void restart() throws IOException {
    runner = new FakeRunner();
    reconcilerAnew();
  }

  private Reconciler reconciler() {
    return Objects.requireNonNull(current);
  }

  private void reconcilerAnew() throws IOException {
    current =
        new Reconciler(
            new Reconciler.Places(deploy, home.resolve("etc"), home.resolve("data"), false),
            runner,
            alarms,
            clock,
            () -> SETTLE_MILLIS);
  }

  private void look() {
    reconciler().look();
    reconciler().look();
  }

  /** Copies a jar; each copy is younger than the one before. */
  private void copy(String file, TestJar jar) throws IOException {
    Path path = jar.write(deploy.resolve(file));
    stamp(path);
  }

  private void stamp(Path path) throws IOException {
    copies++;
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_000L + copies * 1_000));
  }

  private static TestJar idea(String version) {
    return TestJar.strategy(NAME, version);
  }

  private void expectRows(org.assertj.core.groups.Tuple... rows) {
    assertThat(reconciler().rows())
        .extracting(Deployment::file, Deployment::version, Deployment::state)
        .containsExactlyInAnyOrder(rows);
  }

  private String reason(String file) {
    return reconciler().rows().stream()
        .filter(row -> row.file().equals(file) && row.state() != State.ACTIVE)
        .map(Deployment::reason)
        .findFirst()
        .orElse("");
  }

  @Test
  void aJarThatIsCopiedRunsAndOneThatIsRemovedStops() throws IOException {
    copy("idea-1.0.0.jar", idea("1.0.0"));
    reconciler().look();
    assertThat(runner.running).as("it may still be growing").isEmpty();
    reconciler().look();
    assertThat(runner.running).containsEntry(NAME, "1.0.0");
    expectRows(tuple("idea-1.0.0.jar", "1.0.0", State.ACTIVE));

    Files.delete(deploy.resolve("idea-1.0.0.jar"));
    reconciler().look();
    assertThat(runner.running).as("it may be about to be replaced").containsKey(NAME);
    reconciler().look();
    assertThat(runner.running).isEmpty();
    assertThat(reconciler().rows()).isEmpty();
    assertThat(home.resolve("data").resolve(NAME + ".jar")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeReadIsNoEmptyFolder() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    Path away = Files.move(deploy, home.resolve("away"));
    Files.writeString(deploy, "no folder");

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(reconciler()::look).isInstanceOf(UncheckedIOException.class);
    }
    assertThat(runner.running).hasSize(1);

    Files.delete(deploy);
    Files.move(away, deploy);
    look();
    assertThat(runner.running).hasSize(1);
    Files.delete(deploy.resolve("idea.jar"));
    look();
    assertThat(runner.running).isEmpty();
  }

  @Test
  void aNewerVersionReplacesAndTheOlderDoesNotComeBack() throws IOException {
    copy("idea-1.0.0.jar", idea("1.0.0"));
    look();
    copy("idea-1.1.0.jar", idea("1.1.0"));
    look();

    assertThat(runner.started).containsExactly("1.0.0", "1.1.0");
    expectRows(
        tuple("idea-1.0.0.jar", "1.0.0", State.OLDER),
        tuple("idea-1.1.0.jar", "1.1.0", State.ACTIVE));

    Files.delete(deploy.resolve("idea-1.1.0.jar"));
    look();
    look();
    assertThat(runner.running).isEmpty();
    restart();
    look();
    assertThat(runner.running).as("nor after a restart").isEmpty();
    expectRows(tuple("idea-1.0.0.jar", "1.0.0", State.OLDER));

    copy("idea-1.0.0.jar", idea("1.0.0"));
    look();
    assertThat(runner.running).as("copied again it runs").containsEntry(NAME, "1.0.0");
  }

  @Test
  void ofTwoThatAreThereAtOnceTheNewerRunsAlone() throws IOException {
    copy("b.jar", idea("1.10.0"));
    copy("a.jar", idea("1.9.0"));
    look();

    assertThat(runner.started).containsExactly("1.10.0");
    expectRows(tuple("a.jar", "1.9.0", State.OLDER), tuple("b.jar", "1.10.0", State.ACTIVE));
  }

  @Test
  void anOlderOneThatIsCopiedBesideTheNewerIsNotTaken() throws IOException {
    copy("new.jar", idea("2.0.0"));
    look();
    copy("old.jar", idea("1.0.0"));
    look();

    assertThat(runner.started).containsExactly("2.0.0");
    assertThat(reason("old.jar")).contains("newer version");
  }

  @Test
  void overTheSameFileAnOlderVersionIsTaken() throws IOException {
    copy("idea.jar", idea("2.0.0"));
    look();
    copy("idea.jar", idea("1.0.0"));
    look();

    assertThat(runner.started).containsExactly("2.0.0", "1.0.0");
    expectRows(tuple("idea.jar", "1.0.0", State.ACTIVE));
  }

  @Test
  void theSameVersionBuiltAgainReplaces() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    copy("idea.jar", idea("1.0.0").file("changed", "yes"));
    look();

    assertThat(runner.started).containsExactly("1.0.0", "1.0.0");
    reconciler().look();
    assertThat(runner.started).as("once").hasSize(2);
  }

  @Test
  void theSameBytesCopiedAgainDisturbNobody() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    stamp(deploy.resolve("idea.jar"));
    look();

    assertThat(runner.started).hasSize(1);
    expectRows(tuple("idea.jar", "1.0.0", State.ACTIVE));
  }

  @Test
  void aNewVersionThatDoesNotStartIsRefusedAndTheOldOneReturns() throws IOException {
    copy("idea-1.0.0.jar", idea("1.0.0"));
    look();
    runner.failing.put("1.1.0", "it throws at its start");
    copy("idea-1.1.0.jar", idea("1.1.0"));
    look();

    assertThat(runner.started).containsExactly("1.0.0", "1.1.0", "1.0.0");
    assertThat(runner.running).containsEntry(NAME, "1.0.0");
    expectRows(
        tuple("idea-1.0.0.jar", "1.0.0", State.ACTIVE),
        tuple("idea-1.1.0.jar", "1.1.0", State.REFUSED));
    assertThat(reason("idea-1.1.0.jar")).contains("it throws at its start", "1.0.0 goes on");
    assertThat(alarms.isActive("deploy.idea-1.1.0.jar")).isTrue();
    assertThat(deploy.resolve("idea-1.1.0.jar.refused"))
        .content()
        .contains("it throws at its start");
    assertThat(Files.readString(home.resolve("data/outcomes")))
        .contains("\tREFUSED\tidea-1.1.0.jar\tit throws at its start");

    look();
    assertThat(runner.started).as("it is not tried again and again").hasSize(3);

    Files.delete(deploy.resolve("idea-1.1.0.jar"));
    look();
    assertThat(deploy.resolve("idea-1.1.0.jar.refused")).doesNotExist();
    assertThat(alarms.isActive("deploy.idea-1.1.0.jar")).isFalse();
    assertThat(runner.running).containsEntry(NAME, "1.0.0");
  }

  @Test
  void whatCouldNotRunIsRefusedBeforeTheOldOneIsStopped() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    runner.impossible.put("1.1.0", "it needs a package that is not there");
    copy("idea.jar", idea("1.1.0"));
    look();

    assertThat(runner.started).containsExactly("1.0.0");
    assertThat(runner.running).containsEntry(NAME, "1.0.0");
    assertThat(reconciler().rows())
        .extracting(Deployment::version, Deployment::state)
        .containsExactlyInAnyOrder(tuple("1.1.0", State.REFUSED), tuple("1.0.0", State.ACTIVE));
  }

  @Test
  void theLastGoodJarGoesOnAfterARestartToo() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    TestJar.plain().write(deploy.resolve("idea.jar"));
    stamp(deploy.resolve("idea.jar"));
    look();
    assertThat(runner.running).containsEntry(NAME, "1.0.0");
    assertThat(reason("idea.jar")).contains("no OSGi bundle");

    restart();
    look();

    assertThat(runner.running).containsEntry(NAME, "1.0.0");
  }

  @Test
  void afterARestartItRunsAgainAndAJarThatWasRemovedMeanwhileDoesNot() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    copy("other.jar", TestJar.strategy("com.example.other", "3.0.0"));
    look();
    Files.delete(deploy.resolve("other.jar"));
    restart();
    look();

    assertThat(runner.running).containsOnlyKeys(NAME);
  }

  @Test
  void aDeployerThatIsRestartedLeavesAloneWhatRuns() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    reconcilerAnew();
    look();

    assertThat(runner.started).hasSize(1);
    expectRows(tuple("idea.jar", "1.0.0", State.ACTIVE));
  }

  @Test
  void aRefusedJarIsTriedAgainWhenItsSettingsChange() throws IOException {
    runner.failing.put("1.0.0", "etc/io.headgate.strategies.idea-demo.cfg: orderQty is 'x'");
    copy("idea.jar", idea("1.0.0"));
    look();
    assertThat(runner.running).isEmpty();
    runner.failing.clear();
    look();
    assertThat(runner.running).isEmpty();

    Files.writeString(home.resolve("etc/io.headgate.strategies.other.cfg"), "x = 1");
    look();
    assertThat(runner.running).as("these are not its settings").isEmpty();
    Files.writeString(home.resolve("etc/io.headgate.strategies.idea-demo.cfg"), "orderQty = 1");
    look();

    assertThat(runner.running).containsEntry(NAME, "1.0.0");
    assertThat(deploy.resolve("idea.jar.refused")).doesNotExist();
  }

  @Test
  void aHalfCopiedJarIsWaitedForAndRefusedOnlyWhenItStandsStill() throws IOException {
    Path file = idea("1.0.0").write(home.resolve("whole.jar"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(deploy.resolve("idea.jar"), Arrays.copyOf(whole, whole.length / 2));
    look();
    expectRows(tuple("idea.jar", "", State.STARTING));
    assertThat(deploy.resolve("idea.jar.refused")).doesNotExist();

    clock.advanceMillis(SETTLE_MILLIS + 1);
    look();
    expectRows(tuple("idea.jar", "", State.REFUSED));
    assertThat(reason("idea.jar")).contains("no whole archive");

    Files.write(deploy.resolve("idea.jar"), whole);
    stamp(deploy.resolve("idea.jar"));
    look();
    expectRows(tuple("idea.jar", "1.0.0", State.ACTIVE));
    assertThat(alarms.isActive("deploy.idea.jar")).isFalse();
  }

  @Test
  void anotherPluginIsNotTouched() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    copy("other.jar", TestJar.strategy("com.example.other", "3.0.0"));
    look();
    copy("idea.jar", idea("1.1.0"));
    look();
    Files.delete(deploy.resolve("idea.jar"));
    look();

    assertThat(runner.started).containsExactlyInAnyOrder("1.0.0", "3.0.0", "1.1.0");
    assertThat(runner.running).containsOnlyKeys("com.example.other");
  }

  @Test
  void whatEndsByItselfIsShownAsFailed() throws IOException {
    copy("idea.jar", idea("1.0.0"));
    look();
    runner.conditions.put(NAME, "strategy 'idea': it divided by zero");
    reconciler().look();

    assertThat(reconciler().rows())
        .extracting(Deployment::state, Deployment::reason)
        .containsExactly(tuple(State.FAILED, "strategy 'idea': it divided by zero"));
  }

  @Test
  void filesThatAreNoJarsAreLeftAlone() throws IOException {
    Files.writeString(deploy.resolve("README"), "text");
    Files.writeString(deploy.resolve(".idea.jar.part"), "half");
    Files.createDirectories(deploy.resolve("folder.jar"));
    look();

    assertThat(reconciler().rows()).isEqualTo(List.of());
  }
}
