package io.headgate.spi.limits;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tightest limit of each kind among the rows that apply to one subject. Immutable.
 *
 * <p>An absent limit has the value {@link LimitKind#absent()} and an empty source.
 */
public final class ResolvedLimits {

  private static final LimitKind[] KINDS = LimitKind.values();

  private static final long[] ABSENT = Arrays.stream(KINDS).mapToLong(LimitKind::absent).toArray();

  private final long[] block = ABSENT.clone();
  private final long[] warn = ABSENT.clone();
  private final String[] sources = new String[ABSENT.length];
  private final String[] warnSources = new String[ABSENT.length];
  private final long validUntil;

  private ResolvedLimits(long validUntil) {
    this.validUntil = validUntil;
    Arrays.fill(sources, "");
    Arrays.fill(warnSources, "");
  }

  /** Starts with every limit absent. */
  public static Builder builder(long validUntil) {
    return new Builder(validUntil);
  }

  /** No limit at all, for ever; for tests. */
  public static ResolvedLimits none() {
    return builder(Long.MAX_VALUE).build();
  }

  /** Value above which an order is blocked, in the kind's unit. */
  public long block(LimitKind kind) {
    return block[kind.ordinal()];
  }

  /** Value above which an order is warned of, in the kind's unit. */
  public long warn(LimitKind kind) {
    return warn[kind.ordinal()];
  }

  /** Where the blocking limit stands: file and line; empty where there is none. */
  public String source(LimitKind kind) {
    return sources[kind.ordinal()];
  }

  /**
   * Where the warning stands: file and line of its row, or of the blocking limit whose share it is;
   * empty where there is none.
   */
  public String warnSource(LimitKind kind) {
    return warnSources[kind.ordinal()];
  }

  /**
   * The tighter of each of these limits and those of who asks, with its source; for a request that
   * two subjects answer for. Of kinds that are {@link LimitKind#isOfWhoAsks} the asker's.
   */
  public ResolvedLimits tightenedBy(ResolvedLimits asker) {
    Builder both = builder(Math.min(validUntil, asker.validUntil));
    for (LimitKind kind : KINDS) {
      boolean alone = kind.isOfWhoAsks();
      ResolvedLimits blocks =
          alone || isTighter(kind, asker.block(kind), block(kind)) ? asker : this;
      ResolvedLimits warns = alone || isTighter(kind, asker.warn(kind), warn(kind)) ? asker : this;
      both.block(kind, blocks.block(kind), blocks.source(kind));
      both.warn(kind, warns.warn(kind), warns.warnSource(kind));
    }
    return both.build();
  }

  private static boolean isTighter(LimitKind kind, long value, long than) {
    return kind.isWindow() ? value > than : value < than;
  }

  /** Time at which an effective date changes the answer, UTC nanoseconds since 1970. */
  public long validUntil() {
    return validUntil;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResolvedLimits that
        && Arrays.equals(block, that.block)
        && Arrays.equals(warn, that.warn)
        && Arrays.equals(sources, that.sources)
        && Arrays.equals(warnSources, that.warnSources)
        && validUntil == that.validUntil;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(block) + Arrays.hashCode(warn);
  }

  /** Collects the rows of one subject. */
  public static final class Builder {
    private @Nullable ResolvedLimits limits;

    private Builder(long validUntil) {
      this.limits = new ResolvedLimits(validUntil);
    }

    /** Sets the blocking value with its file and line; a warning without its own has the same. */
    public Builder block(LimitKind kind, long value, String source) {
      ResolvedLimits made = made();
      int at = kind.ordinal();
      if (made.warnSources[at].equals(made.sources[at])) {
        made.warnSources[at] = source;
      }
      made.block[at] = value;
      made.sources[at] = source;
      return this;
    }

    /** Sets the warning value as a share of the blocking limit, where that stands. */
    public Builder warn(LimitKind kind, long value) {
      return warn(kind, value, made().sources[kind.ordinal()]);
    }

    /** Sets the warning value with the file and line of its own row. */
    public Builder warn(LimitKind kind, long value, String source) {
      ResolvedLimits made = made();
      made.warn[kind.ordinal()] = value;
      made.warnSources[kind.ordinal()] = source;
      return this;
    }

    /** The limits; the builder must not be used again. */
    public ResolvedLimits build() {
      ResolvedLimits built = made();
      limits = null;
      return built;
    }

    private ResolvedLimits made() {
      ResolvedLimits made = limits;
      if (made == null) {
        // Used again after all: what was built must not change.
        made = new ResolvedLimits(0);
        limits = made;
      }
      return made;
    }
  }
}
