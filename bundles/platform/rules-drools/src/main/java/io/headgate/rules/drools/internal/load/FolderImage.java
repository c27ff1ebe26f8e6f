package io.headgate.rules.drools.internal.load;

import java.util.Map;
import java.util.SortedMap;

/**
 * The policies as they stood in the folder at one moment.
 *
 * @param files text by path below the rules folder, sorted
 * @param hash SHA-256 over names and contents, 64 hexadecimal digits
 */
record FolderImage(SortedMap<String, String> files, String hash) {

  /** Files of one policy by their name in it. */
  Map<String, String> policy(String name) {
    String from = RulesFolder.POLICIES + "/" + name + "/";
    return files.subMap(from, from + Character.MAX_VALUE);
  }
}
