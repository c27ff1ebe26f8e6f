package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds sets by what people call them. */
public final class Sets {

  private final Path base;
  private final List<Path> roots;
  private final Shelf shelf;
  private final Supplier<String> serving;
  private final Surroundings surroundings;

  /**
   * @param base the node's own folder, from which paths begin
   * @param roots folders below which candidates may stand, besides it
   * @param shelf sets that are kept
   * @param serving hash of the set that serves; empty if none does
   * @param surroundings reads limit files
   */
  public Sets(
      Path base,
      List<Path> roots,
      Shelf shelf,
      Supplier<String> serving,
      Surroundings surroundings) {
    this.base = base;
    this.roots = List.copyOf(roots);
    this.shelf = shelf;
    this.serving = serving;
    this.surroundings = surroundings;
  }

  /**
   * The set of a name: {@code serving}, the first digits of a hash, or a folder.
   *
   * @throws IllegalArgumentException if there is none, or its files cannot be read
   * @throws IllegalStateException if no set serves
   */
  NamedSet named(String name) {
    if (name.equals(RuleDesk.SERVING)) {
      return new NamedSet(name, servingFiles(), new ServingLimits(surroundings.limits()));
    }
    if (Shelf.isHash(name) && !Files.isDirectory(base.resolve(name))) {
      return named(name, shelf.read(shelf.find(name)));
    }
    return folder(name);
  }

  private NamedSet named(String name, SetFiles files) {
    LimitTrial trial =
        files.limits().isEmpty() ? null : surroundings.limits().trial(files.limits());
    return new NamedSet(name, files, trial);
  }

  /**
   * The limits that would serve with a set that brings none.
   *
   * @param kept whether those that serve would stay; if not, the folder's would serve
   */
  LimitTrial limitsBeside(boolean kept) {
    Limits limits = surroundings.limits();
    return kept || !limits.isActivated() ? new ServingLimits(limits) : limits.trialOfFolder();
  }

  private SetFiles servingFiles() {
    String hash = serving.get();
    if (hash.isEmpty()) {
      throw new IllegalStateException(
          "no rule set serves; rule:status names what is wrong, node:health says whether one is being"
              + " compiled");
    }
    return shelf.read(hash);
  }

  /** A set that stands in a folder. */
  NamedSet folder(String name) {
    Path root = permitted(name);
    try {
      return named(name, SetFiles.read(root));
    } catch (LoadException e) {
      throw refused(name, e);
    }
  }

  /** Tells everything that is wrong with a set. */
  static IllegalArgumentException refused(String name, LoadException e) {
    return new IllegalArgumentException(
        "%s cannot be a rule set: %s"
            .formatted(
                name, e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"))),
        e);
  }

  private Path permitted(String name) {
    Path root;
    try {
      root = base.resolve(name).toRealPath();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "found no folder '%s'; expected the path of a folder with policies/ in it, from %s on, or"
                  .formatted(name, base)
              + " the first six digits of a set's hash");
    }
    for (Path allowed : roots) {
      if (isBelow(root, allowed)) {
        return root;
      }
    }
    if (isBelow(root, base)) {
      return root;
    }
    throw new IllegalArgumentException(
        "'%s' stands outside %s; put it below that, or name another folder as candidateFolders in"
                .formatted(name, base)
            + " etc/io.headgate.rules.cfg");
  }

  private static boolean isBelow(Path real, Path folder) {
    try {
      return real.startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
