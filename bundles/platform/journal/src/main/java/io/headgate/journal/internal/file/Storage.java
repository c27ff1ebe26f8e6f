package io.headgate.journal.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The folder of the journal. Names are plain file names in it. */
public interface Storage {

  /** The folder, as a person would find it. */
  String folder();

  /**
   * Makes this process the only one that uses the folder.
   *
   * @throws IOException if another one has it; the message says which and what to do
   */
  Closeable lock() throws IOException;

  /** Names of the files in the folder, in alphabetical order. */
  List<String> names() throws IOException;

  /** Opens a file that exists, for reading and writing. */
  SegmentFile open(String name) throws IOException;

  /** Makes an empty file; one of that name is emptied. */
  SegmentFile create(String name) throws IOException;

  /** Gives a file another name, durably. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file, if it exists. */
  void delete(String name) throws IOException;

  /** Bytes that the file system still has for this process. */
  long usableBytes() throws IOException;
}
