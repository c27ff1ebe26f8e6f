package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Rows out of a seed, and the plainest reading of them. */
final class RandomRows {

  private RandomRows() {}

  static LimitRow next(Random random, int line) {
    long from = random.nextInt(4) == 0 ? random.nextInt(60) : Long.MIN_VALUE;
    long to = random.nextInt(4) == 0 ? 60 + random.nextInt(60) : Long.MAX_VALUE;
    LimitKind[] kinds = LimitKind.values();
    return new LimitRow(
        Subjects.any(
            random, "firm", "account=A", "account=B", "trader=t", "trader=-", "strategy=s"),
        Subjects.any(
            random,
            "*",
            "instrument=ALFA.SIM",
            "instrument=ECHO.SIM",
            "sector=TECH",
            "symbol=ECHO"),
        kinds[random.nextInt(kinds.length)],
        random.nextInt(1_000),
        random.nextInt(3) == 0 ? Severity.WARN : Severity.BLOCK,
        from,
        to,
        "",
        "",
        "limits/a.csv:" + line);
  }

  static long naive(
      List<LimitRow> rows, LimitSubject subject, LimitKind kind, Severity severity, long now) {
    if (kind.isPermission()) {
      // For each of them the most; between them the least.
      return Stream.of("firm", "account=", "trader=", "strategy=")
          .map(who -> rows.stream().filter(row -> row.who().startsWith(who)).toList())
          .map(of -> applying(of, subject, kind, severity, now).max())
          .flatMapToLong(OptionalLong::stream)
          .min()
          .orElse(kind.absent());
    }
    LongStream values = applying(rows, subject, kind, severity, now);
    return (kind.isWindow() ? values.max() : values.min()).orElse(kind.absent());
  }

  private static LongStream applying(
      List<LimitRow> rows, LimitSubject subject, LimitKind kind, Severity severity, long now) {
    return rows.stream()
        .filter(row -> row.kind() == kind && row.severity() == severity)
        .filter(row -> row.effectiveFrom() <= now && now < row.effectiveTo())
        .filter(
            row ->
                List.of(
                        "firm",
                        "account=" + subject.originator().account(),
                        "trader=" + subject.originator().trader(),
                        "strategy=" + subject.originator().strategy())
                    .contains(row.who()))
        .filter(
            row ->
                List.of(
                        "*",
                        "instrument=" + subject.instrument().id(),
                        "symbol=" + subject.instrument().id().symbol(),
                        "sector=" + subject.instrument().sector())
                    .contains(row.what()))
        .mapToLong(LimitRow::value);
  }
}
