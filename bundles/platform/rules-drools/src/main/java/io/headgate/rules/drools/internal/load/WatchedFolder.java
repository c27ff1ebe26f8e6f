package io.headgate.rules.drools.internal.load;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules folder as it is looked at: when its files are worth reading, and what stands in them.
 * Confined to the thread that loads.
 */
final class WatchedFolder {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
  private static final int READS = 3;
  private static final int LOOKS_BETWEEN_FULL_ONES = 10;

  private final RulesFolder folder;
  private final RulesFolder whole;
  private String seen = "";
  private String acted = "";
  private int looks;

  /**
   * @param root the rules folder
   * @param takesLimits whether its limits belong to the set
   */
  WatchedFolder(Path root, boolean takesLimits) {
    this.folder = new RulesFolder(root, takesLimits);
    this.whole = new RulesFolder(root, true);
  }

  /** A set out of what was read. Where its limits do not belong to it, those that serve stay. */
  SetFiles set(FolderImage image) {
    return new SetFiles(folder.root(), image).keepingLimits();
  }

  /** Changes whenever a file was added, removed or written, as far as the file system tells. */
  String signature() {
    return folder.signature();
  }

  /**
   * Looks once more.
   *
   * @return whether to act: the files have changed and then stood still since the look before, or
   *     this is a full look
   */
  boolean look(String signature) {
    boolean still = signature.equals(seen);
    seen = signature;
    looks++;
    return still && (isChanged(signature) || isFullLook());
  }

  /** Whether the last look reads in full, because size and time do not tell of every change. */
  boolean isFullLook() {
    return looks % LOOKS_BETWEEN_FULL_ONES == 0;
  }

  /** Whether the files have changed since they were last acted on. */
  boolean isChanged(String signature) {
    return !signature.equals(acted);
  }

  /** The files were acted on. */
  void acted(String signature) {
    acted = signature;
  }

  /**
   * Reads everything.
   *
   * @throws LoadException if a file cannot be used, or vanished time and again
   */
  FolderImage read() throws LoadException {
    return read(folder);
  }

  /** Hash of the files as they are taken; empty if they cannot be read. */
  String hash() {
    return hash(folder, SetFiles::hash);
  }

  /** Hash of its limits alone, whether they belong to the set or not; empty as above. */
  String limitsHash() {
    return hash(whole, SetFiles::limitsHash);
  }

  private static String hash(RulesFolder folder, Function<SetFiles, String> what) {
    try {
      return what.apply(new SetFiles(folder.root(), read(folder)));
    } catch (LoadException e) {
      LOG.warn("the rules folder cannot be read beside an activated set: {}", e.faults());
      return "";
    }
  }

  private static FolderImage read(RulesFolder folder) throws LoadException {
    String vanished = "";
    for (int attempt = 0; attempt < READS; attempt++) {
      try {
        return folder.read();
      } catch (NoSuchFileException e) {
        vanished = String.valueOf(e.getMessage());
      }
    }
    throw new LoadException(
        RulesFolder.POLICIES,
        0,
        "%s is missing or vanished while it was read; put it back".formatted(vanished));
  }
}
