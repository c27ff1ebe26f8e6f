package io.headgate.spi.limits;

import java.util.List;

/** Limits of files that do not serve, to hold past orders against. Immutable; from any thread. */
public interface LimitTrial {

  /** The limits that would apply to a subject at a moment, UTC nanoseconds since 1970. */
  ResolvedLimits resolve(LimitSubject subject, long epochNanos);

  /** All rows, in the order of files and lines. */
  List<LimitRow> rows();

  /** Hash of the rows, 64 hexadecimal digits. */
  String hash();
}
