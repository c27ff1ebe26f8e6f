package ${package};

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.StrategyContext;
import java.util.HashMap;
import java.util.Map;

/** The idea: buy after some rises in a row, sell after as many falls. One object for each start. */
final class ${className} {

  private final StrategyContext context;
  private final ${className}Settings settings;
  private final Map<InstrumentId, Run> runs = new HashMap<>();

  /** Of one instrument: the last price, rises (above 0) or falls in a row, when it may ask again. */
  private static final class Run {
    long last;
    int length;
    long quietUntil;
  }

  ${className}(StrategyContext context, ${className}Settings settings) {
    this.context = context;
    this.settings = settings;
  }

  void onQuote(Quote quote) {
    if (!quote.isTwoSided()) {
      return;
    }
    Run run = runs.computeIfAbsent(quote.instrument(), id -> new Run());
    int step = run.last == 0 ? 0 : Long.compare(quote.mid(), run.last);
    run.last = quote.mid();
    if (step != 0) {
      run.length = Integer.signum(run.length) == step ? run.length + step : step;
    }
    if (Math.abs(run.length) >= settings.runLength()) {
      follow(quote.instrument(), run.length > 0 ? Side.BUY : Side.SELL, run);
    }
  }

  private void follow(InstrumentId instrument, Side side, Run run) {
    long now = context.clock().epochNanos();
    long lot = context.instrument(instrument).lotSize();
    long quantity = Math.max(lot, settings.orderQty() / lot * lot);
    long held = context.position(instrument).quantity();
    long after = side == Side.BUY ? held + quantity : quantity - held;
    if (now >= run.quietUntil && after <= settings.maxPosition()) {
      run.quietUntil = now + settings.pauseNanos();
      context.submit(context.marketOrder(instrument, side, quantity));
    }
  }
}
