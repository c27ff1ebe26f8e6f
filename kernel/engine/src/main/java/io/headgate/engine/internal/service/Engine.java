package io.headgate.engine.internal.service;

import io.headgate.engine.internal.advice.AdviceDesk;
import io.headgate.engine.internal.control.ControlDesk;
import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.durable.Durability;
import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.ledger.ExecutionLedger;
import io.headgate.engine.internal.ledger.OrderLedger;
import io.headgate.engine.internal.ledger.Recovery;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.monitor.PathStages;
import io.headgate.engine.internal.order.ClOrdIds;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.outbound.Lanes;
import io.headgate.engine.internal.outbound.Outbox;
import io.headgate.engine.internal.outbound.SendJournal;
import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.engine.internal.path.Rehearsal;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.engine.internal.strategy.StrategyHost;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.limits.RightsUse;
import io.headgate.spi.positions.PositionShare;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One engine, put together: state, path, lanes and strategies around one loop. */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Platform platform;
  private final EventLoops loops;
  private final EventLoop loop;
  private final EngineState state;
  private final OrderLedger orders;
  private final ExecutionLedger executions;
  private final Durability durability;
  private final SendJournal results;
  private final Lanes lanes;
  private final Outbox outbox;
  private final PathStages stages;
  private final Rights rights;
  private final OrderIntake intake;
  private final AdviceDesk advice;
  private final StrategyHost strategies;
  private final ControlDesk control;
  private final Announcer announcer;
  private final Housekeeping housekeeping;
  private final Rehearsal rehearsal;
  private int epoch;

  /** Puts it together; nothing runs before {@link #start}. */
  public Engine(Platform platform, RiskServices risk, EngineSettings settings) {
    this.platform = platform;
    this.loops = new EventLoops(platform, settings, this::taskFailed, this::hangs);
    this.loop = loops.engine();
    this.state =
        new EngineState(
            platform.reference(),
            platform.alarms(),
            settings.endedOrdersKept(),
            settings.path().firmCurrency());
    this.orders = new OrderLedger(state, risk.rights());
    this.executions = new ExecutionLedger(state, orders, risk.rights(), this::share);
    this.durability = new Durability(platform.journal());
    this.rights = risk.rights();
    this.stages = new PathStages(platform.clock()::monotonicNanos);
    this.state.counters().tell(stages);
    this.results =
        new SendJournal(
            loop,
            platform.journal(),
            durability,
            new SendJournal.Ledgers(state, orders, executions),
            new Applied(),
            stages);
    this.lanes = new Lanes(platform.reference(), state.latch(), results, loops::lane);
    this.outbox = new Outbox(durability, lanes, results, stages, loops.isLive());
    this.intake =
        new OrderIntake(
            state,
            risk,
            settings.path(),
            orders,
            new OrderIntake.Exit(platform.journal(), outbox, lanes),
            loop.clock());
    this.advice =
        new AdviceDesk(
            loop, loops.isLive() ? platform.clock() : null, state.market(), platform.alarms());
    this.strategies = new StrategyHost(state, risk.rights(), loop, advice, this::fromStrategy);
    this.control =
        new ControlDesk(
            state.latch(),
            loop,
            platform.journal(),
            durability,
            platform.events(),
            new ControlDesk.Reach(this::cancelOpen, lanes::barrier),
            platform.node().rearmsNeeded());
    this.announcer = new Announcer(platform.events(), new HaltingVerdicts(control), strategies);
    this.housekeeping = new Housekeeping(loop, state, lanes, outbox, results, this::cancelBySystem);
    this.rehearsal = new Rehearsal(platform.reference(), risk, settings.path());
  }

  /**
   * Recovers from the journal, makes the new epoch durable and begins to take intents.
   *
   * @throws IllegalStateException if the journal cannot be read or written; the message says why
   *     and what to do, and no order is taken
   */
  public void start() {
    try {
      long now = platform.clock().epochNanos();
      Recovery recovery = new Recovery(state, orders, executions, platform.node().rearmsNeeded());
      recovery.run(platform.journal(), now);
      epoch = recovery.epoch() + 1;
      long sequence =
          platform
              .journal()
              .append(
                  new JournalRecord.Started(
                      now, platform.node().id(), epoch, platform.node().version()));
      platform.journal().awaitDurable(sequence);
      LOG.info(
          "node {} starts epoch {} from {} journal records, {} open orders",
          platform.node().id(),
          epoch,
          recovery.records(),
          state.orders().open().size());
    } catch (JournalException e) {
      throw new IllegalStateException("the journal cannot be used: " + e.getMessage(), e);
    }
    durability.start();
    loops.start();
    outbox.start();
    loop.urgent(
        () -> {
          republishShares();
          if (loops.isLive()) {
            // In this order: a day that begins in between is begun by the one or the other.
            housekeeping.start(platform.journal());
            housekeeping.catchUp(platform.journal());
            housekeeping.rehearse(rehearsal);
          }
          intake.open(new ClOrdIds(platform.node().id(), epoch));
        });
  }

  private void taskFailed(Throwable failure) {
    LOG.error("a task of the order loop failed", failure);
    platform
        .alarms()
        .raise(
            "engine.task",
            Alarm.Level.CRITICAL,
            "a task of the order loop failed: %s; see the log and report it".formatted(failure));
  }

  /** A hanging loop halts the node: the sending threads see the latch without the loop. */
  private void hangs(String what) {
    // The kill before the words: log or alarms may be what the loop hangs in. Latch and record need
    // no loop; the cancels follow if it ever moves again.
    try {
      var unused = control.kill(ControlScope.NODE, "watchdog", "the order loop hangs");
    } finally {
      try {
        LOG.error("{}", what);
      } finally {
        platform
            .alarms()
            .raise(
                "engine.hang",
                Alarm.Level.CRITICAL,
                "the order loop hangs, the node is halted; the log has its stack; "
                    + "stop the strategy it names, then kill:rearm");
      }
    }
  }

  private void share(PositionKey key) {
    if (epoch > 0) {
      PositionShare share = state.positions().share(key, platform.node().id(), epoch);
      if (share != null) {
        platform.shares().accept(share);
      }
    }
  }

  /** Takes changed settings of the order path and the watchdog; the others count at a start. */
  public void settings(EngineSettings changed) {
    loops.watch(changed.watchdogMillis());
    loop.urgent(() -> intake.settings(changed.path()));
  }

  /** Tells the other nodes every position again, as after a start. */
  public void republishShares() {
    for (Position position : state.positions().all()) {
      share(position.key());
    }
  }

  /** Takes market data: live behind the bounded queue, in a replay at once, row by row. */
  public void market(MarketBatch batch) {
    loops.market(batch, this::apply, () -> housekeeping.start(platform.journal()));
  }

  private void apply(MarketBatch batch, int from, int to) {
    lanes.market(batch, from, to);
    for (int row = from; row < to; row++) {
      state.market().apply(batch, row);
    }
  }

  /** Takes an intent from outside; false if the queue is full. */
  public boolean submit(OrderIntent intent, OrderIntake.Reply reply) {
    return loop.offer(() -> intake.take(intent, announcer.to(intent, reply)));
  }

  private void fromStrategy(OrderIntent intent) {
    // After the callback that asked has returned: a strategy is never called from within itself.
    loop.urgent(() -> intake.take(intent, announcer.to(intent, null)));
  }

  private void cancelBySystem(OrderState order) {
    CancelOrder cancel = new CancelOrder(order.terms().originator(), "", order.latest());
    loop.urgent(() -> intake.take(cancel, announcer.to(cancel, null)));
  }

  private int cancelOpen(ControlScope scope) {
    int canceled = 0;
    for (OrderState order : List.copyOf(state.orders().open())) {
      String instrument = order.subject().instrument().id().toString();
      if (KillLatch.covers(scope, order.terms().originator(), instrument)) {
        cancelBySystem(order);
        canceled++;
      }
    }
    return canceled;
  }

  /** What follows once a report has been applied. */
  private final class Applied implements SendJournal.Listener {
    @Override
    public void executed(OrderState order, ExecutionReport report) {
      strategies.executed(order, report);
      platform
          .events()
          .publish(new NodeEvent.Executed(loop.clock().epochNanos(), order.snapshot(), report));
    }

    @Override
    public void notSent(OrderState order, String reason) {
      strategies.notSent(order, reason);
    }

    @Override
    public void connected(String broker) {
      housekeeping.resolve(broker);
    }

    @Override
    public boolean waitsForItsLane(ClOrdId clOrdId) {
      return outbox.holds(clOrdId);
    }
  }

  /** The time by which the engine decides, UTC nanoseconds since 1970. */
  public long now() {
    return loop.clock().epochNanos();
  }

  /** Asks the loop and waits for its answer. */
  public <T> T ask(Function<EngineState, T> question) {
    return loop.ask(() -> question.apply(state));
  }

  /** Does something with the strategies, in the loop, and answers what it found. */
  public <T> T withStrategies(Function<StrategyHost, T> action) {
    return loop.ask(() -> action.apply(strategies));
  }

  /** Scorers, optimisers and features. */
  public AdviceDesk advice() {
    return advice;
  }

  /** Connectors. */
  public Lanes lanes() {
    return lanes;
  }

  /** How long the stages of the path take; from any thread. */
  public PathStages stages() {
    return stages;
  }

  /** What is used of this node's rights. */
  public List<RightsUse> rights() {
    return loop.ask(rights::uses);
  }

  /** Approved commands. */
  public Outbox outbox() {
    return outbox;
  }

  /** Kill and re-arm. */
  public ControlDesk control() {
    return control;
  }

  /** Waits until everything accepted so far is applied and durable; false if it took too long. */
  public boolean drain(long timeoutMillis) {
    return loops.drain(timeoutMillis, lanes, () -> outbox.isEmpty() && !ask(Engine::isWaiting));
  }

  /**
   * Whether a venue owes an answer; orders in doubt may stay so for long and are not waited for.
   */
  private static boolean isWaiting(EngineState state) {
    return state.orders().open().stream().anyMatch(OrderState::awaitsAnswer);
  }

  @Override
  public void close() {
    lanes.close();
    outbox.close();
    loops.close();
    advice.close();
  }
}
