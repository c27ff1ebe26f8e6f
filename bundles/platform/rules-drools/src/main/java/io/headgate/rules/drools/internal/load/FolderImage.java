package io.headgate.rules.drools.internal.load;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/**
 * The policies as they stood in the folder at one moment, and the limits where they belong to the
 * set.
 *
 * @param files text by path below the rules folder, sorted
 * @param limits contents of {@code limits/*.csv} by name; none where the set leaves them to the
 *     rules folder
 * @param hash SHA-256 over names and contents of all of them, 64 hexadecimal digits
 */
record FolderImage(SortedMap<String, String> files, SortedMap<String, byte[]> limits, String hash) {

  FolderImage {
    files = Collections.unmodifiableSortedMap(files);
    limits = Collections.unmodifiableSortedMap(limits);
  }

  /** Files of one policy by their name in it. */
  Map<String, String> policy(String name) {
    String from = RulesFolder.POLICIES + "/" + name + "/";
    return files.subMap(from, from + Character.MAX_VALUE);
  }
}
