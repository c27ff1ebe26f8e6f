package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headgate.spi.limits.LimitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A limit file that is read, and what is wrong with it. */
abstract class LimitFileStage {

  static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";

  final List<String> faults = new ArrayList<>();

  List<LimitRow> read(String text) {
    return LimitFile.read("a.csv", text.getBytes(UTF_8), faults);
  }

  static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }
}
