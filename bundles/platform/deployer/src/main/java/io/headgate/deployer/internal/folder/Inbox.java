package io.headgate.deployer.internal.folder;

import io.headgate.deployer.internal.folder.FolderLook.Stamp;
import io.headgate.deployer.internal.jar.JarReader;
import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files of the deploy folder, once they are whole. */
final class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Stands for no version of a file, so that the file is read again at the next look. */
  private static final Stamp UNREAD = new Stamp(-1, -1, "");

  private final Path folder;
  private final PluginStore store;
  private final Clock clock;
  private final LongSupplier settleMillis;
  private final Map<String, Long> brokenSince = new TreeMap<>();

  /**
   * @param settleMillis how long a file that is not whole may stand still before it is refused
   */
  Inbox(Path folder, PluginStore store, Clock clock, LongSupplier settleMillis) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
    this.settleMillis = settleMillis;
  }

  /** Reads a file: ready to start, still being copied, overtaken by a newer one, or refused. */
  Entry read(String file, Stamp stamp) {
    try {
      Path copy = store.incoming(folder.resolve(file));
      if (!JarReader.isWhole(copy)) {
        return notWhole(file, stamp);
      }
      brokenSince.remove(file);
      PluginJar plugin = JarReader.read(copy);
      Entry read = entry(file, stamp, plugin, plugin.sha256());
      return store.isOvertaken(file, stamp)
          ? read.to(Deployment.State.OLDER, Entry.older(plugin), Map.of(), clock.epochNanos())
          : read;
    } catch (RefusedException e) {
      return refused(entry(file, stamp, null, checksum(file)), e.reason());
    } catch (IOException e) {
      LOG.debug("deploy/{} cannot be read", file, e);
      return notWhole(file, stamp);
    }
  }

  /** Forgets files that are gone. */
  void retain(Collection<String> present) {
    brokenSince.keySet().retainAll(present);
  }

  private Entry entry(String file, Stamp stamp, @Nullable PluginJar plugin, String sha256) {
    return new Entry(
        file, stamp, plugin, sha256, Deployment.State.STARTING, "", Map.of(), clock.epochNanos());
  }

  private Entry refused(Entry entry, String reason) {
    return entry.to(Deployment.State.REFUSED, reason, Map.of(), clock.epochNanos());
  }

  private String checksum(String file) {
    try {
      return JarReader.sha256(store.incoming(file));
    } catch (IOException e) {
      return "";
    }
  }

  /** Still being copied, unless it has stood still for long. */
  private Entry notWhole(String file, Stamp stamp) {
    long since = brokenSince.computeIfAbsent(file, f -> clock.epochNanos());
    if (clock.epochNanos() - since < settleMillis.getAsLong() * 1_000_000) {
      return entry(file, UNREAD, null, "")
          .to(Deployment.State.STARTING, "it is still being copied", Map.of(), since);
    }
    return refused(
        entry(file, stamp, null, checksum(file)),
        "it is no whole archive: cut off or damaged; copy it again");
  }
}
