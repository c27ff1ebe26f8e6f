package io.headgate.demomodel;

import io.headgate.data.simulator.internal.Simulator;
import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.reference.FxRate;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.time.FixedClock;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulator of the demo with one instrument, as fast as it goes. */
final class SimulatedMarket {

  /** Whose quotes the model learns from; its like are in the demo. */
  static final Instrument ALFA =
      new Instrument(
          InstrumentId.parse("ALFA.SIM"),
          AssetClass.EQUITY,
          "USD",
          Fixed.ONE,
          Fixed.ONE / 100,
          Fixed.ONE,
          "TECH",
          TradingCalendar.ALWAYS);

  /** 5,000 ticks a second over the demo's 15 instruments. */
  private static final int TICKS_PER_SECOND = 333;

  private SimulatedMarket() {}

  /**
   * Makes it.
   *
   * @param seed the demo's own is 42; another one makes another market of the same kind
   * @param ticks how many until it ends
   */
  static DataAdapter of(long seed, long ticks) throws ReflectiveOperationException {
    Map<String, Object> settings =
        Map.of(
            "seed", seed,
            "maxTicks", ticks,
            "ticksPerSecond", TICKS_PER_SECOND,
            "paced", false);
    // The configuration is the bundle's own business, so it is made by its name.
    Constructor<?> maker = Simulator.class.getConstructors()[0];
    Class<?> configuration = maker.getParameterTypes()[3];
    Object config =
        Proxy.newProxyInstance(
            configuration.getClassLoader(),
            new Class<?>[] {configuration},
            (proxy, method, arguments) ->
                settings.getOrDefault(method.getName(), method.getDefaultValue()));
    Clock clock = new FixedClock();
    NodeInfo node = FakeNodeInfo.replay();
    return (DataAdapter) maker.newInstance(clock, node, new OneInstrument(), config);
  }

  private static final class OneInstrument implements ReferenceData {
    @Override
    public @Nullable Instrument instrument(InstrumentId id) {
      return id.equals(ALFA.id()) ? ALFA : null;
    }

    @Override
    public List<Instrument> instruments() {
      return List.of(ALFA);
    }

    @Override
    public @Nullable Account account(String id) {
      return null;
    }

    @Override
    public List<Account> accounts() {
      return List.of();
    }

    @Override
    public List<FxRate> fxRates() {
      return List.of();
    }
  }
}
