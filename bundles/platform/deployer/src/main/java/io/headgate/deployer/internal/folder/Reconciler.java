package io.headgate.deployer.internal.folder;

import io.headgate.deployer.internal.folder.FolderLook.Look;
import io.headgate.deployer.internal.folder.FolderLook.Stamp;
import io.headgate.deployer.internal.folder.PluginStore.Kept;
import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import io.headgate.deployer.internal.run.PluginRunner;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what runs agree with what lies in the deploy folder: of each plug-in the newest jar that
 * can run. Confined to one thread, except {@link #rows}.
 */
public final class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  /** Newer: the higher version, of the same version the younger file. */
  private static final Comparator<Entry> NEWER =
      Comparator.comparing((Entry entry) -> entry.said().version())
          .thenComparing(entry -> entry.stamp().modifiedMillis())
          .thenComparing(Entry::file);

  private final PluginRunner runner;
  private final PluginStore store;
  private final Notices notices;
  private final Clock clock;
  private final Inbox inbox;
  private final FolderLook deploy;
  private final FolderLook etc;
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Set<String> started = new TreeSet<>();
  private final Map<String, Kept> kept;
  private volatile List<Deployment> rows = List.of();

  /**
   * Where everything is.
   *
   * @param deploy the deploy folder
   * @param etc configurations
   * @param data what the deployer keeps for itself
   * @param trusting whether files that are there at the start are taken to be whole
   */
  public record Places(Path deploy, Path etc, Path data, boolean trusting) {}

  /**
   * @param settleMillis how long a jar that is not whole may stand still before it is refused
   * @throws IOException if nothing can be kept
   */
  public Reconciler(
      Places places, PluginRunner runner, Alarms alarms, Clock clock, LongSupplier settleMillis)
      throws IOException {
    this.runner = runner;
    this.store = new PluginStore(places.data());
    this.notices = new Notices(places.deploy(), places.data().resolve("outcomes"), alarms);
    this.clock = clock;
    this.inbox = new Inbox(places.deploy(), store, clock, settleMillis);
    this.deploy = new FolderLook(places.deploy(), "*.jar", places.trusting());
    this.etc = new FolderLook(places.etc(), "*.cfg", false);
    this.kept = store.load();
    runner.stopAllBut(new TreeSet<>(kept.keySet()));
  }

  /** The jars as they stand after the last look. */
  public List<Deployment> rows() {
    return rows;
  }

  /** Looks, and does what has to be done. */
  public void look() {
    Look found = deploy.look();
    Map<String, Stamp> settings = etc.look().settled();
    forgetGone(found);
    found.settled().forEach((file, stamp) -> readIfNew(file, stamp, settings));
    TreeSet<String> names = new TreeSet<>(kept.keySet());
    entries.values().stream()
        .filter(Entry::isCandidate)
        .forEach(entry -> names.add(entry.said().name()));
    for (String name : names) {
      settle(name, found, settings);
    }
    publish();
  }

  private void forgetGone(Look found) {
    for (String file : List.copyOf(entries.keySet())) {
      if (!found.present().contains(file)) {
        entries.remove(file);
        notices.clear(file);
        store.forgetOvertaken(file);
      }
    }
    inbox.retain(found.present());
  }

  private void readIfNew(String file, Stamp stamp, Map<String, Stamp> settings) {
    Entry before = entries.get(file);
    if (before != null && before.stamp().equals(stamp) && !settingsChanged(before, settings)) {
      return;
    }
    Entry read = inbox.read(file, stamp);
    if (read.state() == Deployment.State.REFUSED) {
      refuse(read, read.reason(), settings);
    } else {
      entries.put(file, read);
    }
  }

  private static boolean settingsChanged(Entry entry, Map<String, Stamp> settings) {
    return entry.plugin() != null
        && entry.state() == Deployment.State.REFUSED
        && !settingsOf(entry.said(), settings).equals(entry.settings());
  }

  private static Map<String, Stamp> settingsOf(PluginJar plugin, Map<String, Stamp> settings) {
    Map<String, Stamp> own = new TreeMap<>(settings);
    own.keySet().removeIf(file -> !plugin.isConfiguredBy(file));
    return own;
  }

  private void settle(String name, Look found, Map<String, Stamp> settings) {
    Optional<Entry> newest =
        entries.values().stream()
            .filter(entry -> entry.isOf(name) && entry.isCandidate())
            .max(NEWER);
    Kept running = kept.get(name);
    if (newest.isEmpty()) {
      if (running != null && !found.present().contains(running.file())) {
        end(running);
      } else if (running != null && !isRunning(running) && started.add(name)) {
        goBackTo(running, "the file that it came from cannot be used");
      }
      return;
    }
    Entry best = newest.get();
    if (best.state() != Deployment.State.ACTIVE) {
      started.add(name);
      if (running == null) {
        start(best, store.incoming(best.file()), settings);
      } else if (!best.isSameAs(running.plugin())) {
        replace(running, best, found, settings);
      } else if (isRunning(running)) {
        active(best, running.mark());
      } else if (!start(best, running.jar(), settings)) {
        end(running);
      }
    }
    entries.values().stream()
        .filter(entry -> entry.isOf(name) && entry.isCandidate())
        .filter(entry -> entry.state() == Deployment.State.STARTING)
        .toList()
        .forEach(this::overtaken);
  }

  private boolean isRunning(Kept running) {
    return !running.mark().isEmpty() && running.mark().equals(runner.mark(running.plugin().name()));
  }

  private boolean start(Entry entry, Path jar, Map<String, Stamp> settings) {
    announce(entry);
    try {
      runner.check(entry.said());
      runner.run(entry.said(), jar);
      active(entry, runner.mark(entry.said().name()));
      return true;
    } catch (RefusedException | IOException e) {
      refuse(entry, reason(e), settings);
      return false;
    }
  }

  /** Another jar of a plug-in takes over; what ran before is back if it does not run. */
  private void replace(Kept running, Entry next, Look found, Map<String, Stamp> settings) {
    boolean back = next.said().version().compareTo(running.plugin().version()) < 0;
    if (back && !next.file().equals(running.file()) && found.present().contains(running.file())) {
      overtaken(next);
      return;
    }
    announce(next);
    boolean stopped = !isRunning(running);
    try {
      runner.check(next.said());
      stopped = true;
      runner.run(next.said(), store.incoming(next.file()));
      active(next, runner.mark(next.said().name()));
    } catch (RefusedException | IOException e) {
      refuse(
          next,
          "%s; version %s goes on".formatted(reason(e), running.plugin().version()),
          settings);
      if (stopped) {
        goBackTo(running, "it could not come back after " + next.file() + " was refused");
      }
    }
  }

  private void announce(Entry entry) {
    LOG.info("deploy/{}: {} {} starts", entry.file(), entry.said().name(), entry.said().version());
    publish();
  }

  private static String reason(Exception failure) {
    return failure instanceof RefusedException refused ? refused.reason() : failure.toString();
  }

  /** A jar runs; what ran from another file before is overtaken. */
  private void active(Entry entry, String mark) {
    PluginJar plugin = entry.said();
    Kept before = kept.get(plugin.name());
    try {
      Path jar =
          before != null && entry.isSameAs(before.plugin())
              ? before.jar()
              : store.incoming(entry.file());
      kept.put(plugin.name(), store.keep(plugin, jar, entry.file(), mark));
    } catch (IOException e) {
      LOG.warn(
          "{} runs, but cannot be kept for a return to it; look at the disk", plugin.name(), e);
      kept.put(plugin.name(), new Kept(plugin, store.incoming(entry.file()), entry.file(), mark));
    }
    for (Entry other : List.copyOf(entries.values())) {
      if (other.isOf(plugin.name()) && other.state() == Deployment.State.ACTIVE) {
        overtaken(other);
      }
    }
    entries.put(entry.file(), entry.to(Deployment.State.ACTIVE, "", Map.of(), clock.epochNanos()));
    store.forgetOvertaken(entry.file());
    notices.clear(entry.file());
    LOG.info("deploy/{}: {} {} runs", entry.file(), plugin.name(), plugin.version());
  }

  private void overtaken(Entry entry) {
    Kept running = kept.get(entry.said().name());
    if (running != null
        && running.file().equals(entry.file())
        && entry.isSameAs(running.plugin())) {
      return;
    }
    store.overtake(entry.file(), entry.stamp());
    entries.put(
        entry.file(),
        entry.to(Deployment.State.OLDER, Entry.older(entry.said()), Map.of(), clock.epochNanos()));
    LOG.info("deploy/{} is overtaken by a newer version and does not come back", entry.file());
  }

  private void goBackTo(Kept running, String why) {
    PluginJar plugin = running.plugin();
    try {
      runner.run(plugin, running.jar());
      kept.put(
          plugin.name(),
          store.keep(plugin, running.jar(), running.file(), runner.mark(plugin.name())));
      LOG.info("{} {} runs again", plugin.name(), plugin.version());
    } catch (RefusedException | IOException e) {
      notices.lost(running.file(), "%s: %s".formatted(why, e.getMessage()));
      kept.remove(plugin.name());
      store.forget(running);
      Entry entry = entries.get(running.file());
      if (entry != null && entry.isSameAs(running.plugin())) {
        refuse(entry, String.valueOf(e.getMessage()), Map.of());
      }
    }
  }

  private void end(Kept running) {
    runner.stop(running.plugin().name());
    kept.remove(running.plugin().name());
    store.forget(running);
    LOG.info("{} {} has ended", running.plugin().name(), running.plugin().version());
  }

  private void refuse(Entry entry, String reason, Map<String, Stamp> settings) {
    Map<String, Stamp> own = entry.plugin() == null ? Map.of() : settingsOf(entry.said(), settings);
    entries.put(entry.file(), entry.to(Deployment.State.REFUSED, reason, own, clock.epochNanos()));
    notices.refused(entry.file(), reason);
  }

  private void publish() {
    rows = Rows.of(entries.values(), kept.values(), runner);
    notices.outcomes(List.copyOf(entries.values()));
  }
}
