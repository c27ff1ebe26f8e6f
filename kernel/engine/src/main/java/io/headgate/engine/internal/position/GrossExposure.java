package io.headgate.engine.internal.position;

import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.market.MarketBook;
import io.headgate.engine.internal.order.OpenInterest;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.Side;
import io.headgate.model.position.Account;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gross exposure of every account and of the firm on this node, in the worst case: as if every open
 * order that can make a position larger filled. Only what a trade, an order, the market or an
 * exchange rate has moved since the last order is measured again. Confined to the loop.
 *
 * <p>The sum over nodes of what each node holds is never below what the firm holds, so a limit that
 * is divided among the nodes holds whatever the others do.
 */
public final class GrossExposure {

  /** Where the numbers come from. */
  public record Sources(
      ReferenceData reference,
      MarketBook market,
      FxRates fxRates,
      PositionBook positions,
      OpenInterest openInterest) {}

  private final Sources sources;
  private final String firmCurrency;
  private final Exposures firm = new Exposures();
  private final Map<String, Exposures> accounts = new HashMap<>();
  private final Map<PositionKey, ExposureLine> lines = new HashMap<>();
  private final Map<InstrumentId, List<ExposureLine>> byInstrument = new HashMap<>();
  private final List<ExposureLine> foreign = new ArrayList<>();
  private final List<ExposureLine> touched = new ArrayList<>();
  private long fxVersion;
  private final Worth scratch = new Worth();
  private final Weighed weighed = new Weighed();
  private final ExposureLine.Rates rates = new ExposureLine.Rates();

  /**
   * @param firmCurrency ISO 4217 code in which the firm's exposure is kept
   */
  public GrossExposure(Sources sources, String firmCurrency) {
    this.sources = sources;
    this.firmCurrency = firmCurrency;
  }

  /**
   * Looks at what the exposures would be with a request.
   *
   * @param added quantity that it adds to what can still fill
   * @param price worst price that it can fill at
   * @throws ArithmeticException if its exposure is out of range, or if no exchange rate leads to
   *     the account's currency
   */
  public Weighed weigh(PositionKey key, Side side, long added, long price) {
    measure();
    ExposureLine line = line(key);
    if (line == null) {
      throw new ArithmeticException("no instrument " + key.instrument());
    }
    boolean buy = side == Side.BUY;
    Exposures account = line.account();
    Worth before = line.inAccount();
    line.with(buy, added, price, rateToAccount(line), scratch);
    long more = scratch.gross - before.gross;
    weighed.addedGross = Math.max(0, more);
    weighed.accountGross = account.gross().plus(more);
    weighed.instrumentGross = scratch.gross;
    weighed.sectorGross = line.sector().plus(more);
    weighed.accountNet = net(account, before, buy);
    long total = account.total();
    account.observe();
    weighed.accountPnl = total;
    weighed.dayLoss = account.day().loss(total);
    weighed.drawdown = account.day().drawdown(total);
    weighInFirm(line, buy, added, price);
    return weighed;
  }

  private void weighInFirm(ExposureLine line, boolean buy, long added, long price) {
    long total = firm.total();
    firm.observe();
    weighed.firmPnl = total;
    weighed.firmDayLoss = firm.day().loss(total);
    try {
      line.with(buy, added, price, rateToFirm(line), scratch);
      long more = scratch.gross - line.inFirm().gross;
      weighed.addedFirmGross = Math.max(0, more);
      weighed.firmGross = firm.gross().plus(more);
      weighed.firmNet = net(firm, line.inFirm(), buy);
    } catch (ArithmeticException e) {
      // Above every limit of the firm, if there is one.
      weighed.firmUnknown();
    }
  }

  private long net(Exposures sums, Worth before, boolean buy) {
    return buy
        ? sums.netLong().plus(scratch.netLong - before.netLong)
        : sums.netShort().plus(scratch.netShort - before.netShort);
  }

  /** Looks at the profit and loss of every account, so that its best of the day is not missed. */
  public void observe() {
    measure();
    accounts.values().forEach(Exposures::observe);
    firm.observe();
  }

  /** A trading day begins. */
  public void rolled() {
    accounts.values().forEach(account -> account.day().begin());
    firm.day().begin();
    observe();
  }

  /** Takes over what a decision has seen, from the journal. */
  public void restore(ContextImage seen) {
    String account = seen.text(ContextText.ACCOUNT);
    accounts
        .computeIfAbsent(account, a -> new Exposures())
        .day()
        .restore(
            seen.number(ContextNumber.ACCOUNT_PNL),
            seen.number(ContextNumber.DAY_LOSS),
            seen.number(ContextNumber.DRAWDOWN));
    firm.day()
        .restore(seen.number(ContextNumber.FIRM_PNL), seen.number(ContextNumber.FIRM_DAY_LOSS), 0);
  }

  private void measure() {
    sources.openInterest().takeChanged(tally -> touch(line(tally.key())));
    sources.positions().takeChanged(key -> touch(line(key)));
    sources.market().takeMoved(this::touchAll);
    if (fxVersion != sources.fxRates().version()) {
      fxVersion = sources.fxRates().version();
      for (int i = 0; i < foreign.size(); i++) {
        touch(foreign.get(i));
      }
    }
    for (int i = 0; i < touched.size(); i++) {
      ExposureLine line = touched.get(i);
      long between = sources.fxRates().rate(line.accountCurrency(), firmCurrency);
      line.measure(rates.of(rateToAccount(line), rateToFirm(line), between), firm);
    }
    touched.clear();
  }

  private void touchAll(InstrumentMarket market) {
    List<ExposureLine> moved = byInstrument.get(market.instrument().id());
    for (int i = 0; moved != null && i < moved.size(); i++) {
      touch(moved.get(i));
    }
  }

  private void touch(@Nullable ExposureLine line) {
    if (line != null && line.touch()) {
      touched.add(line);
    }
  }

  private long rateToAccount(ExposureLine line) {
    return sources.fxRates().rate(line.currency(), line.accountCurrency());
  }

  private long rateToFirm(ExposureLine line) {
    return sources.fxRates().rate(line.currency(), firmCurrency);
  }

  /** Null if the node does not know the instrument. */
  private @Nullable ExposureLine line(PositionKey key) {
    ExposureLine known = lines.get(key);
    return known == null ? open(key) : known;
  }

  private @Nullable ExposureLine open(PositionKey key) {
    InstrumentMarket market = sources.market().market(key.instrument());
    if (market == null) {
      return null;
    }
    market.watch();
    Account account = sources.reference().account(key.account());
    String currency = account == null ? market.instrument().currency() : account.currency();
    ExposureLine line =
        new ExposureLine(
            market,
            sources.openInterest().tally(key),
            () -> sources.positions().find(key),
            accounts.computeIfAbsent(key.account(), a -> new Exposures()),
            currency,
            firm);
    lines.put(key, line);
    byInstrument.computeIfAbsent(key.instrument(), i -> new ArrayList<>()).add(line);
    boolean moves = !line.currency().equals(currency) || !currency.equals(firmCurrency);
    if (moves) {
      foreign.add(line);
    }
    touch(line);
    return line;
  }
}
