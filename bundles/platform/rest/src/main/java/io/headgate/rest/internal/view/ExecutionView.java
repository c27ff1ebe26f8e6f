package io.headgate.rest.internal.view;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import io.headgate.rest.internal.json.Times;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a venue reported. */
@Schema(name = "Execution", description = "What a venue reported, in FIX terms")
public record ExecutionView(
    String broker,
    ExecType execType,
    String clOrdId,
    String venueOrderId,
    String instrument,
    Side side,
    OrdStatus ordStatus,
    @Schema(description = "The venue's key of the trade; empty unless it is one") String tradeKey,
    @Schema(format = "date") String tradingDate,
    @Schema(format = "decimal") String lastQty,
    @Schema(format = "decimal") String lastPx,
    @Schema(format = "decimal") String cumQty,
    @Schema(format = "decimal", description = "Above 0 is paid") String fee,
    String feeCurrency,
    @Schema(format = "date-time", description = "TransactTime") @Nullable String transactTime,
    String text) {

  /** A report as clients see it. */
  public static ExecutionView of(ExecutionReport report) {
    return new ExecutionView(
        report.broker(),
        report.execType(),
        report.clOrdId().toString(),
        report.venueOrderId(),
        report.instrument().toString(),
        report.side(),
        report.ordStatus(),
        report.tradeKey(),
        report.tradingDate().toString(),
        Fixed.format(report.lastQty()),
        Fixed.format(report.lastPx()),
        Fixed.format(report.cumQty()),
        Fixed.formatAmount(report.fee()),
        report.feeCurrency(),
        Times.iso(report.tsEvent()),
        report.text());
  }
}
