package io.headgate.ops.internal.face;

import io.headgate.ops.internal.access.Running;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.LimitBook;
import io.headgate.spi.noun.LimitLine;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.strategy.StrategyControl;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The limits, each held against the names that the node knows. */
@Component(service = LimitSource.class)
public final class LimitSource {

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Limits limits;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ReferenceData reference;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable StrategyControl strategies;

  /** How the nouns of limits are found. */
  Map<Noun<?>, Supplier<Rows>> suppliers() {
    return Map.of(
        BookNouns.LIMIT, () -> BookNouns.LIMIT.rows(lines(current())),
        BookNouns.LIMIT_SET, () -> BookNouns.LIMIT_SET.rows(List.of(book(current()))));
  }

  private Limits current() {
    return Running.required(limits, "limits");
  }

  private LimitBook book(Limits current) {
    return new LimitBook(current.hash(), lines(current), current.failures());
  }

  private List<LimitLine> lines(Limits current) {
    KnownNames known = KnownNames.of(reference, strategies);
    List<LimitRow> rows = current.rows();
    return rows.stream().map(row -> new LimitLine(row, known.unknownIn(row))).toList();
  }
}
