package io.headgate.rules.drools.internal;

import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.approval.Signers;
import io.headgate.rules.drools.internal.candidate.Desk;
import io.headgate.rules.drools.internal.candidate.Sets;
import io.headgate.rules.drools.internal.candidate.Surroundings;
import io.headgate.rules.drools.internal.cluster.Exchange;
import io.headgate.rules.drools.internal.cluster.Neighbours;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Admission;
import io.headgate.rules.drools.internal.load.BoundedCompile;
import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.Notices;
import io.headgate.rules.drools.internal.load.RuleStore;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.rules.RuleNode;
import io.headgate.spi.rules.RuleSet;
import io.headgate.spi.rules.RuleStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of this node: reads, compiles and watches them on a thread of its own, at the lowest
 * priority; orders only ever read one reference.
 */
@Component(
    service = {RuleGate.class, RuleAdmin.class, HealthCheck.class},
    configurationPid = DroolsRules.PID,
    immediate = true)
@Designate(ocd = RulesConfig.class)
public final class DroolsRules implements RuleGate, RuleAdmin, HealthCheck {

  static final String PID = "io.headgate.rules";

  private static final Logger LOG = LoggerFactory.getLogger(DroolsRules.class);
  private static final long STOP_SECONDS = 10;

  /** What only judges past orders denies nobody anything: it is compared on fewer. */
  private static final int TRIAL_COMPARED_ORDERS = 200;

  private final RulesSettings running;
  private final SettingsInForce<RulesSettings> configured;
  private final RuleStore store;
  private final Surroundings parts;
  private final Desk desk;
  private final Exchange exchange;
  private final boolean watching;
  private final RulesThread thread = new RulesThread();

  /** Why the last look at the rules failed; empty if it did not. */
  private volatile String trouble = "";

  /** Starts to load at once and returns before it is done. */
  @Activate
  public DroolsRules(
      @Reference Notices notices,
      @Reference NodeParts parts,
      @Reference Neighbours neighbours,
      @Reference NodeInfo node,
      RulesConfig config,
      Map<String, Object> properties) {
    this(
        RulesSettings.of(config, new ConfigFile(PID, properties)),
        notices,
        parts,
        neighbours,
        node.mode() == NodeInfo.Mode.LIVE);
  }

  /**
   * @param watching whether files are looked at again once a set serves; not in a replay, which
   *     must decide by one set from its first to its last order
   */
  DroolsRules(
      RulesSettings settings,
      Notices notices,
      Surroundings parts,
      Neighbours neighbours,
      boolean watching) {
    this.running = settings;
    this.configured = SettingsInForce.of(settings);
    this.watching = watching;
    this.parts = parts;
    DeskSettings at = settings.desk();
    Shelf shelf = new Shelf(at.setsFolder().resolve("sets"));
    Lifecycle lifecycle =
        new Lifecycle(
            shelf,
            new Signers(at.signersFile()),
            at.approvals(),
            notices.clock(),
            notices.alarms(),
            parts);
    lifecycle.tellTo(neighbours::record);
    Loader loader = loader(settings, settings.comparedOrders(), settings.warmUpEvaluations());
    this.store =
        new RuleStore(settings.folder(), loader, notices, watching ? lifecycle : Admission.FOLDER);
    this.desk =
        new Desk(
            new Sets(at.base(), at.candidateFolders(), shelf, this::hash, parts),
            shelf,
            lifecycle,
            new Desk.Office(
                parts,
                loader,
                loader(settings, TRIAL_COMPARED_ORDERS, 0),
                this::activate,
                this::hash,
                notices.clock()));
    this.exchange =
        new Exchange(
            neighbours,
            shelf,
            lifecycle,
            new Exchange.Here(store::status, this::limitsHash, this::take, at.distribute()),
            notices);
    store.helpedBy(this::settleLimits);
    thread.begin(store::apply, this::poll, settings.pollMillis());
  }

  /**
   * On a thread of its own: that of the rules may be compiling, and orders are denied meanwhile.
   */
  private void settleLimits() {
    Thread settling =
        new Thread(
            () -> {
              try {
                store.settleLimits();
              } catch (RuntimeException e) {
                LOG.error(
                    "limits of the set that serves again could not serve; tried again soon", e);
              }
            },
            "headgate-rules-settling");
    settling.setDaemon(true);
    settling.start();
  }

  private static Loader loader(RulesSettings settings, int comparedOrders, int warmUp) {
    return new Loader(
        new BoundedCompile(
            new RuleCompiler(settings.lift())::compile, settings.maxCompileSeconds()),
        comparedOrders,
        warmUp);
  }

  /** The set that serves goes on: a changed configuration counts from the next start. */
  @Modified
  void modified(RulesConfig config, Map<String, Object> properties) {
    configured.change(() -> RulesSettings.of(config, new ConfigFile(PID, properties)));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
  }

  /** A look that throws would be the last one. */
  private void poll() {
    try {
      if (watching || store.current() == null) {
        store.poll();
      }
      if (watching) {
        exchange.look();
      }
      trouble = "";
    } catch (RuntimeException | Error e) {
      if (!e.toString().equals(trouble)) {
        trouble = e.toString();
        LOG.error("looking at the rules failed; it is tried again", e);
      }
    }
  }

  @Override
  public @Nullable RuleSet current() {
    return store.current();
  }

  @Override
  public RuleStatus status() {
    return rulesStatus().with(LimitFaults.of(parts));
  }

  private RuleStatus rulesStatus() {
    return store.status().with(exchange.faults());
  }

  @Override
  public RuleStatus reload() {
    try {
      thread.await(
          () -> {
            store.apply();
            return null;
          });
      exchange.retry();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the rules could not be loaded", e.getCause());
    }
    return rulesStatus();
  }

  @Override
  public RuleDesk desk() {
    return desk;
  }

  @Override
  public List<RuleNode> nodes() {
    return exchange.nodes();
  }

  /** Empty while the limits are away. */
  private String limitsHash() {
    try {
      return parts.limits().hash();
    } catch (IllegalStateException away) {
      return "";
    }
  }

  private String hash() {
    return store.status().hash();
  }

  /** A set of another node; already on the thread that loads. */
  private void take(SetFiles files, Consumer<String> beforeSwap) throws LoadException {
    // Where a set's lists serve, whoever let the other one serve has looked at them.
    parts.checkListsOfFolder(files.limits());
    store.activate(files, beforeSwap);
  }

  /** On the thread that loads, so that no file of the folder is taken at the same time. */
  private void activate(SetFiles files, Consumer<String> beforeSwap) throws LoadException {
    try {
      thread.await(
          () -> {
            store.activate(files, beforeSwap);
            return null;
          });
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LoadException refused) {
        throw refused;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the set could not be activated", e.getCause());
    }
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public Health check() {
    RuleStatus status = rulesStatus();
    if (status.hash().isEmpty()) {
      return Health.down(
          status.faults().isEmpty()
              ? "the rules are being compiled; orders are denied until then"
              : "no rule set serves, orders are denied: " + status.faults().get(0));
    }
    String failed = trouble;
    if (status.faults().isEmpty() && !failed.isEmpty()) {
      return Health.degraded(
          "looking at the rule files fails and is tried again; the log says why: " + failed);
    }
    if (status.faults().isEmpty() && !exchange.trouble().isEmpty()) {
      return Health.degraded(exchange.trouble());
    }
    return status.faults().isEmpty()
        ? configuration()
        : Health.degraded("rule files refused: " + status.faults().get(0));
  }

  /** Stops watching; from now on there are no rules, and orders are denied. */
  @Deactivate
  void deactivate() {
    store.close();
    thread.stop();
    desk.close(STOP_SECONDS);
    thread.awaitStop(STOP_SECONDS);
  }
}
