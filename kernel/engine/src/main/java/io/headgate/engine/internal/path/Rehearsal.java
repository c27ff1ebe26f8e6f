package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.outbound.Routing;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.Account;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.reference.ReferenceData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Made-up orders for the checks, the limits and the rules of a node that has just started, so that
 * its first orders find compiled code and not an interpreter. Nothing comes of them: they have a
 * state, rights and a market of their own, and are neither journalled nor counted. Runs in the
 * loop, a few at a time, because rules are judged by one thread.
 */
public final class Rehearsal {

  /** Orders of one step; few enough that a real one hardly waits. */
  private static final int STEP = 20;

  /** After so many the compiler has seen enough of the path. */
  private static final int ORDERS = 12_000;

  private static final String BROKER = "rehearsal";

  private final RiskServices risk;
  private final EngineState state;
  private final Decider decider;
  private final List<Instrument> instruments;
  private final List<Account> accounts;
  private int done;

  /**
   * @param reference which orders there can be
   * @param risk rules and limits that are rehearsed; the rights are not touched
   */
  public Rehearsal(ReferenceData reference, RiskServices risk, PathSettings settings) {
    this.risk = risk;
    this.state = new EngineState(reference, new Silence(), 1, settings.firmCurrency());
    this.decider =
        new Decider(
            state,
            new RiskServices(risk.rules(), risk.limits(), new Generosity(), key -> 0),
            new Anywhere(),
            settings);
    this.instruments = reference.instruments();
    this.accounts = reference.accounts();
  }

  /** Whether there is something to rehearse, and rules to do it with. */
  public boolean isReady() {
    return risk.rules().get() != null && !instruments.isEmpty() && !accounts.isEmpty();
  }

  /** A few orders; true while there are more to come. */
  public boolean step(long now) {
    for (Instrument instrument : instruments) {
      state.market().apply(quote(instrument, now), 0);
    }
    for (int i = 0; i < STEP; i++, done++) {
      Draft draft = decider.decide(order(now + i), now + i);
      if (draft.verdicts().stream().anyMatch(Rehearsal::isFailure)) {
        // It would fail, and be told in the log, over and over.
        return false;
      }
      if (draft.accepted()) {
        state.recentOrders().accepted(order(now + i), now + i);
      }
    }
    return done < ORDERS;
  }

  private static boolean isFailure(Verdict verdict) {
    return verdict.reason().equals(Refusal.RULES_FAILED.name());
  }

  private static MarketBatch quote(Instrument instrument, long now) {
    long bid = 100 * instrument.tickSize();
    long size = 100 * instrument.lotSize();
    return MarketBatch.builder(BROKER)
        .quote(instrument.id(), now, now, bid, size, bid + instrument.tickSize(), size)
        .build();
  }

  /** Small and large, near the market and far from it, of all accounts in all instruments. */
  private NewOrder order(long now) {
    Instrument instrument = instruments.get(done % instruments.size());
    Account account = accounts.get(done / instruments.size() % accounts.size());
    Originator by = Originator.strategy(account.id(), BROKER);
    Side side = done % 2 == 0 ? Side.BUY : Side.SELL;
    long lots = Math.floorMod(now + done * 7L, 97L) + 1;
    long quantity = lots * instrument.lotSize() * (done % 31 == 0 ? 10_000 : 1);
    long price = instrument.tickSize() * (100 + done % 5 - (done % 17 == 0 ? 40 : 0));
    return done % 4 == 0
        ? NewOrder.market(by, instrument.id(), side, quantity)
        : NewOrder.limit(by, instrument.id(), side, quantity, price, TimeInForce.DAY);
  }

  private static final class Anywhere implements Routing {
    @Override
    public String route(NewOrder order) {
      return BROKER;
    }

    @Override
    public boolean hasRoom() {
      return true;
    }
  }

  private static final class Generosity implements Rights {
    @Override
    public @Nullable Verdict reserve(LimitSubject subject, Side side, long quantity, long now) {
      return null;
    }

    @Override
    public void release(LimitSubject subject, Side side, long quantity) {}

    @Override
    public void fill(LimitSubject subject, Side side, long reserved, long filled) {}

    @Override
    public void restore(LimitSubject subject, Side side, long quantity) {}

    @Override
    public long headroom(LimitSubject subject, Side side, long now) {
      return Long.MAX_VALUE;
    }
  }

  private static final class Silence implements Alarms {
    @Override
    public void raise(String key, Alarm.Level level, String text) {}

    @Override
    public void clear(String key) {}

    @Override
    public void acknowledge(String key, String who) {}

    @Override
    public List<Alarm> active() {
      return List.of();
    }
  }
}
