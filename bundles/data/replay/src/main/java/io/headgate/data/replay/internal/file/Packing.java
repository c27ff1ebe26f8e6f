package io.headgate.data.replay.internal.file;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a file is packed, by its first bytes. */
enum Packing {
  PLAIN,
  GZIP,
  ZIP,
  UNREADABLE;

  private static final Map<String, String> FOREIGN = new LinkedHashMap<>();

  static {
    FOREIGN.put("425a68", "packed with bzip2");
    FOREIGN.put("fd377a585a", "packed with xz");
    FOREIGN.put("28b52ffd", "packed with zstd");
    FOREIGN.put("377abcaf", "a 7z archive");
    FOREIGN.put("50415231", "a Parquet file");
    FOREIGN.put("fffe", "text in UTF-16");
    FOREIGN.put("feff", "text in UTF-16");
  }

  static Packing of(byte[] magic) {
    String hex = hex(magic);
    if (hex.startsWith("1f8b")) {
      return GZIP;
    }
    if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
      return ZIP;
    }
    return FOREIGN.keySet().stream().anyMatch(hex::startsWith) ? UNREADABLE : PLAIN;
  }

  static String describe(byte[] magic) {
    String hex = hex(magic);
    return FOREIGN.entrySet().stream()
        .filter(entry -> hex.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("unknown");
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append("%02x".formatted(each));
    }
    return text.toString();
  }
}
