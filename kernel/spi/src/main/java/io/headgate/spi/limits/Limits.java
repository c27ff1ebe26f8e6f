package io.headgate.spi.limits;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The limits in force. Reads are safe from every thread and never block. */
@ProviderType
public interface Limits {

  /** Changes whenever an answer of {@link #resolve} can have changed. */
  long version();

  /**
   * The limits that apply to a subject.
   *
   * @param epochNanos moment for which effective dates are read, UTC nanoseconds since 1970
   * @return null if no set of limits could be read since the start: then every order is denied
   */
  @Nullable ResolvedLimits resolve(LimitSubject subject, long epochNanos);

  /** All rows in force or in the future, in the order of files and lines. */
  List<LimitRow> rows();

  /**
   * All rows by which {@link #resolve} answers: {@link #rows}, and beside them those of nodes whose
   * limits differ, since the lower of each governs.
   */
  default List<LimitRow> governing() {
    return rows();
  }

  /** Why the files as they are now could not be loaded, one line per fault; empty if they were. */
  List<String> failures();

  /** Hash of the rows in force, 64 hexadecimal digits; empty if there are none. */
  String hash();

  /** Reads the files now instead of waiting for the watcher; returns the faults as above. */
  List<String> reload();

  /**
   * Reads the limit files of another folder, to hold past orders against them. Nothing that serves
   * changes.
   *
   * @throws IllegalArgumentException with every fault, a line each, if they could not serve
   * @throws UnsupportedOperationException if these limits do not come from files
   */
  default LimitTrial trial(Path folder) {
    throw new UnsupportedOperationException("these limits do not come from files: " + folder);
  }

  /**
   * The same for files that are at hand.
   *
   * @param files contents by name, as in {@code demo.csv}
   * @throws IllegalArgumentException with every fault, a line each, if they could not serve
   * @throws UnsupportedOperationException if these limits do not come from files
   */
  default LimitTrial trial(SortedMap<String, byte[]> files) {
    throw new UnsupportedOperationException("these limits do not come from files");
  }

  /**
   * Lets the files of a rule set serve instead of the folder's.
   *
   * @param files contents by name, as in {@code demo.csv}; none: the folder's serve again
   * @param held whether they stay, whatever is saved in the folder; if not, the folder's serve
   *     again as soon as they change
   * @throws IllegalArgumentException with every fault, a line each, if they cannot serve; then
   *     nothing changes
   * @throws UnsupportedOperationException if these limits do not come from files
   */
  default void activate(SortedMap<String, byte[]> files, boolean held) {
    if (!files.isEmpty()) {
      throw new UnsupportedOperationException("these limits do not come from files");
    }
  }

  /**
   * Does beforehand what takes time of {@link #activate}: files are read and checked.
   *
   * @param files as above
   * @param held as above
   * @return what is left of it; quick, to be run once
   * @throws IllegalArgumentException with every fault, a line each, if they cannot serve
   * @throws UnsupportedOperationException if these limits do not come from files
   */
  default Runnable prepare(SortedMap<String, byte[]> files, boolean held) {
    if (!files.isEmpty()) {
      trial(files);
    }
    return () -> activate(files, held);
  }

  /** Whether the files of a rule set serve instead of the folder's. */
  default boolean isActivated() {
    return false;
  }

  /**
   * The limits that the folder has now, whether they serve or not.
   *
   * @throws IllegalArgumentException with every fault, a line each, if they could not serve
   * @throws UnsupportedOperationException if these limits do not come from files
   */
  default LimitTrial trialOfFolder() {
    throw new UnsupportedOperationException("these limits do not come from files");
  }
}
