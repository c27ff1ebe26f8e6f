package io.headgate.rest.internal.view;

import io.headgate.model.decision.Severity;
import io.headgate.rest.internal.json.Times;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits in force. */
@Schema(name = "Limits", description = "The limits in force, and what is wrong with the files")
public record LimitsView(
    @Schema(description = "Hash of the rows in force; empty if there are none") String hash,
    List<Row> limits,
    @Schema(description = "Why the files as they are now could not be loaded; empty if they were")
        List<String> faults) {

  /** One row of a limit file. */
  @Schema(name = "Limit")
  public record Row(
      @Schema(description = "firm, account=NAME, trader=NAME or strategy=NAME") String who,
      @Schema(description = "*, instrument=SYMBOL.VENUE or sector=NAME") String what,
      @Schema(example = "max-order-qty") String limit,
      @Schema(format = "decimal") String value,
      @Schema(example = "qty") String unit,
      Severity severity,
      @Schema(format = "date-time", description = "Inclusive; absent for always")
          @Nullable String effectiveFrom,
      @Schema(format = "date-time", description = "Exclusive; absent for ever")
          @Nullable String effectiveTo,
      String owner,
      @Schema(description = "The article, contract or decision that it rests on") String basis,
      @Schema(description = "File and line") String source) {

    static Row of(LimitRow row) {
      return new Row(
          row.who(),
          row.what(),
          row.kind().word(),
          row.kind().unit().format(row.value()),
          row.kind().unit().word(),
          row.severity(),
          Times.iso(row.effectiveFrom()),
          Times.iso(row.effectiveTo()),
          row.owner(),
          row.basis(),
          row.source());
    }
  }

  /** Limits as clients see them. */
  public static LimitsView of(Limits limits) {
    return new LimitsView(
        limits.hash(), limits.rows().stream().map(Row::of).toList(), limits.failures());
  }
}
