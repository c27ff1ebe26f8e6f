package io.headgate.rules.drools.internal.load;

import org.jspecify.annotations.Nullable;

/** Decides whether files that were saved in the rules folder may serve. Asked by who loads. */
public interface Admission {

  /** Whatever stands in the folder serves. */
  Admission FOLDER =
      new Admission() {
        @Override
        public boolean takesLimits() {
          return false;
        }

        @Override
        public @Nullable SetFiles first(String folderHash, String limitsHash) {
          return null;
        }

        @Override
        public boolean admits(SetFiles files) {
          return true;
        }

        @Override
        public Runnable limits(SetFiles files) {
          return () -> {};
        }

        @Override
        public void serves(SetFiles files) {
          // Nobody keeps a history.
        }
      };

  /** Whether the folder's limits wait for approval with its policies. */
  boolean takesLimits();

  /**
   * The set that serves after a start before the folder's is looked at.
   *
   * @param folderHash hash of the folder's files as they are taken; empty if they cannot be read
   * @param limitsHash hash of the folder's limits alone; empty if they cannot be read
   * @return null if the folder's serves
   * @throws LoadException if it is not known which set must serve
   */
  @Nullable SetFiles first(String folderHash, String limitsHash) throws LoadException;

  /**
   * The set that served last, for a start at which that of the folder cannot serve.
   *
   * @return null if none is known
   * @throws LoadException if it cannot be read
   */
  default @Nullable SetFiles last() throws LoadException {
    return null;
  }

  /** Hash that the folder had when that set began to serve; empty if that is not known. */
  default String lastFolder() {
    return "";
  }

  /** Whether files that could serve may; if not, this has staged them. */
  boolean admits(SetFiles files);

  /**
   * Looks whether the limits of a set could serve.
   *
   * @return lets them serve, quickly; run just before its rules do, and once more if they serve
   *     again because the set after it failed
   * @throws LoadException if they could not
   */
  Runnable limits(SetFiles files) throws LoadException;

  /**
   * Whether limits serve that were let serve before; never waits.
   *
   * @param limits what let them
   */
  default boolean serve(Runnable limits) {
    return true;
  }

  /** Looks whether limits that serve with a set were replaced by a save in the rules folder. */
  default void lookAtLimits() {}

  /**
   * What is written down of the folder with the act by which a set begins to serve.
   *
   * @param folderHash hash of its files as they are taken
   * @param limitsHash hash of its limits alone
   */
  default String beside(SetFiles files, String folderHash, String limitsHash) {
    return folderHash;
  }

  /** Files of the folder serve now, or what serves was saved in the folder as well. */
  void serves(SetFiles files);

  /**
   * A set serves again, since the one after it failed on its first order.
   *
   * @param hash of the set
   * @param folderHash hash of the folder's files as they are taken; empty if unreadable
   * @param limitsHash hash of the folder's limits alone; empty if unreadable
   */
  default void servesAgain(String hash, String folderHash, String limitsHash) {}

  /** Whether a set failed on its first order, and the one before it has served since. */
  default boolean wasTakenBack(String hash) {
    return false;
  }

  /**
   * Called when a set begins to serve, and every so often while it does.
   *
   * @param hash of the set
   */
  default void stillServes(String hash) {}
}
