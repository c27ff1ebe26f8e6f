package io.headgate.rules.drools.internal.load;

import org.jspecify.annotations.Nullable;

/** Decides whether files that were saved in the rules folder may serve. Asked by who loads. */
public interface Admission {

  /** Whatever stands in the folder serves. */
  Admission FOLDER =
      new Admission() {
        @Override
        public @Nullable SetFiles first(String folderHash) {
          return null;
        }

        @Override
        public boolean admits(SetFiles files) {
          return true;
        }

        @Override
        public void serves(SetFiles files) {
          // Nobody keeps a history.
        }
      };

  /**
   * The set that serves after a start before the folder's is looked at.
   *
   * @param folderHash hash of the folder's files; empty if they cannot be read
   * @return null if the folder's serves
   * @throws LoadException if it is not known which set must serve
   */
  @Nullable SetFiles first(String folderHash) throws LoadException;

  /** Whether files that could serve may; if not, this has staged them. */
  boolean admits(SetFiles files);

  /** Files of the folder serve now. */
  void serves(SetFiles files);
}
