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
  private final ExposureSum firm = new ExposureSum();
  private final Map<String, ExposureSum> accounts = new HashMap<>();
  private final Map<PositionKey, ExposureLine> lines = new HashMap<>();
  private final Map<InstrumentId, List<ExposureLine>> byInstrument = new HashMap<>();
  private final List<ExposureLine> foreign = new ArrayList<>();
  private final List<ExposureLine> touched = new ArrayList<>();
  private long fxVersion;
  private long accountGross;
  private long addedGross;
  private long firmGross;
  private long addedFirmGross;

  /**
   * @param firmCurrency ISO 4217 code in which the firm's exposure is kept
   */
  public GrossExposure(Sources sources, String firmCurrency) {
    this.sources = sources;
    this.firmCurrency = firmCurrency;
  }

  /**
   * Looks at what the exposures would be with a request; the getters tell.
   *
   * @param added quantity that it adds to what can still fill
   * @param price worst price that it can fill at
   * @throws ArithmeticException if its exposure is out of range, or if no exchange rate leads to
   *     the account's currency
   */
  public void weigh(PositionKey key, Side side, long added, long price) {
    measure();
    ExposureLine line = line(key);
    if (line == null) {
      throw new ArithmeticException("no instrument " + key.instrument());
    }
    ExposureSum account = line.account();
    boolean buy = side == Side.BUY;
    long inAccount = line.with(buy, added, price, rateToAccount(line));
    addedGross = Math.max(0, inAccount - line.inAccount());
    accountGross = account.plus(inAccount - line.inAccount());
    weighInFirm(line, buy, added, price);
  }

  private void weighInFirm(ExposureLine line, boolean buy, long added, long price) {
    try {
      long inFirm = line.with(buy, added, price, rateToFirm(line));
      addedFirmGross = Math.max(0, inFirm - line.inFirm());
      firmGross = firm.plus(inFirm - line.inFirm());
    } catch (ArithmeticException e) {
      // Not known: above every limit of the firm, if there is one.
      addedFirmGross = Long.MAX_VALUE;
      firmGross = Long.MAX_VALUE;
    }
  }

  /** Of the account with the request, in its currency; the largest number if it is not known. */
  public long accountGross() {
    return accountGross;
  }

  /** How much the request can add to it, at least 0. */
  public long addedGross() {
    return addedGross;
  }

  /** Of the firm with the request, in the firm's currency; the largest if it is not known. */
  public long firmGross() {
    return firmGross;
  }

  /** How much the request can add to it, at least 0. */
  public long addedFirmGross() {
    return addedFirmGross;
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
      line.measure(rateToAccount(line), rateToFirm(line), firm);
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
            accounts.computeIfAbsent(key.account(), a -> new ExposureSum()),
            currency);
    lines.put(key, line);
    byInstrument.computeIfAbsent(key.instrument(), i -> new ArrayList<>()).add(line);
    boolean moves = !line.currency().equals(currency) || !line.currency().equals(firmCurrency);
    if (moves) {
      foreign.add(line);
    }
    touch(line);
    return line;
  }
}
