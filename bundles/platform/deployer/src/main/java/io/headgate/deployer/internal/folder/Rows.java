package io.headgate.deployer.internal.folder;

import io.headgate.deployer.internal.folder.PluginStore.Kept;
import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.run.Condition;
import io.headgate.deployer.internal.run.PluginRunner;
import io.headgate.spi.deploy.Deployment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What people see: a row for each file, and one for each plug-in whose file cannot be used. */
final class Rows {

  private Rows() {}

  static List<Deployment> of(
      Collection<Entry> entries, Collection<Kept> kept, PluginRunner runner) {
    List<Deployment> rows = new ArrayList<>();
    entries.forEach(entry -> rows.add(row(entry, runner)));
    for (Kept running : kept) {
      boolean shown =
          entries.stream()
              .anyMatch(
                  entry -> entry.file().equals(running.file()) && entry.isSameAs(running.plugin()));
      if (!shown) {
        rows.add(row(running, runner));
      }
    }
    return List.copyOf(rows);
  }

  private static Deployment row(Entry entry, PluginRunner runner) {
    Deployment row = entry.row();
    if (entry.state() != Deployment.State.ACTIVE) {
      return row;
    }
    Condition now = runner.condition(entry.said());
    return new Deployment(
        row.name(), row.version(), row.kind(), now.state(), row.file(), now.reason(), row.since());
  }

  private static Deployment row(Kept running, PluginRunner runner) {
    PluginJar plugin = running.plugin();
    Condition now = runner.condition(plugin);
    boolean active = now.state() == Deployment.State.ACTIVE;
    return new Deployment(
        plugin.name(),
        plugin.version().toString(),
        plugin.kind(),
        now.state(),
        running.file(),
        active ? "goes on from its last good jar" : now.reason(),
        0);
  }
}
