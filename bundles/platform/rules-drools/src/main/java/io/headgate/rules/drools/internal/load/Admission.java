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
        public @Nullable SetFiles first(String folderHash, String wholeHash) {
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
   * @param wholeHash the same with the limits in any case
   * @return null if the folder's serves
   * @throws LoadException if it is not known which set must serve
   */
  @Nullable SetFiles first(String folderHash, String wholeHash) throws LoadException;

  /** Whether files that could serve may; if not, this has staged them. */
  boolean admits(SetFiles files);

  /**
   * Looks whether the limits of a set could serve.
   *
   * @return lets them serve; run just before its rules do
   * @throws LoadException if they could not
   */
  Runnable limits(SetFiles files) throws LoadException;

  /** Files of the folder serve now, or what serves was saved in the folder as well. */
  void serves(SetFiles files);

  /**
   * A set serves again, since the one after it failed on its first order.
   *
   * @param hash of the set
   * @param folderHashes hash of the folder's files, and after a blank that of the folder with its
   *     limits
   */
  default void servesAgain(String hash, String folderHashes) {}

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
