package io.headgate.strategies.scoredmomentum.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Quote;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.OrderDesk;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.StrategyContext;

/**
 * One instrument of the strategy: one question at a time, and one order at a time.
 *
 * <p>A fresh score decides. Without one it takes no position and keeps what it has, until so many
 * questions in a row had no answer that it closes: a position that nobody judges any more is a risk
 * that nobody asked for.
 */
final class Leg {

  private final ScoredMomentumSettings settings;
  private final Instrument instrument;
  private final StrategyContext context;
  private final OrderDesk desk;
  private long bid;
  private long ask;
  private long request;
  private long nextQuestion = Long.MIN_VALUE;
  private long unanswered;
  private String trouble = "";

  Leg(
      ScoredMomentumSettings settings,
      Instrument instrument,
      StrategyContext context,
      OrderDesk desk) {
    this.settings = settings;
    this.instrument = instrument;
    this.context = context;
    this.desk = desk;
  }

  void onQuote(Quote quote) {
    if (!quote.isTwoSided() || quote.bidPrice() > quote.askPrice()) {
      return;
    }
    bid = quote.bidPrice();
    ask = quote.askPrice();
    long now = context.clock().epochNanos();
    if (request == 0 && now >= nextQuestion) {
      nextQuestion = now + settings.question().everyNanos();
      request =
          context.requestScore(
              settings.question().scorer(),
              instrument.id(),
              now + settings.question().deadlineNanos());
    }
  }

  void onScore(ScoreAnswer answer) {
    if (answer.request() != request) {
      return;
    }
    request = 0;
    if (answer.isFresh()) {
      unanswered = 0;
      trouble = "";
      seek(target(answer.value()));
      return;
    }
    unanswered++;
    trouble = answer.reason() + ": " + answer.message();
    long most = settings.timing().closeAfter();
    if (most > 0 && unanswered >= most) {
      seek(0);
    }
  }

  /** Questions in a row without a fresh score. */
  long unanswered() {
    return unanswered;
  }

  /** Why the last question had none. */
  String trouble() {
    return trouble;
  }

  private long held() {
    return context.position(instrument.id()).quantity();
  }

  private long target(double score) {
    ScoredMomentumSettings.Trade trade = settings.trade();
    long whole = instrument.roundToLot(trade.quantity());
    long held = held();
    if (score >= trade.enter()) {
      return Math.max(held, whole);
    }
    if (score <= -trade.enter()) {
      return Math.min(held, -whole);
    }
    boolean supported = held > 0 ? score >= trade.exit() : score <= -trade.exit();
    return supported ? held : 0;
  }

  private void seek(long target) {
    long change = target - held();
    if (change == 0) {
      // What still works would open a position that is no longer wanted.
      desk.cancelExcept(instrument.id(), null);
      return;
    }
    Side side = change > 0 ? Side.BUY : Side.SELL;
    if (!desk.isFree(instrument.id())) {
      desk.cancelExcept(instrument.id(), side);
      return;
    }
    long quantity = Math.min(Math.abs(change), context.headroom(instrument.id(), side));
    quantity = instrument.roundToLot(Math.max(0, quantity));
    long price = instrument.roundToTick(side == Side.BUY ? ask : bid, side == Side.BUY);
    if (quantity > 0 && price > 0) {
      desk.submit(context.limitOrder(instrument.id(), side, quantity, price));
    }
  }
}
