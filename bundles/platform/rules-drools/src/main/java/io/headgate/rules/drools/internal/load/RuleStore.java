package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.gear.RuleFailedException;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the set that serves and replaces it when the files say so. {@link #current} and {@link
 * #status} are safe from every thread; the rest belongs to the one thread that loads.
 */
public final class RuleStore {

  private static final Logger LOG = LoggerFactory.getLogger(RuleStore.class);
  private static final String TAKEN_BACK =
      "the set failed on its first order before this start and was taken back; correct its rules"
          + " and save the files, or rule:reload tries it again";

  private final WatchedFolder folder;
  private final Loader loader;
  private final Notices notices;
  private final Admission admission;
  private final Settling settling;

  private volatile @Nullable Serving serving;

  /** What served before, for a set that fails on its first order. */
  private volatile @Nullable Serving before;

  private volatile List<Fault> faults = List.of();
  private volatile boolean closed;

  private String refusedHash = "";

  /**
   * Hash of a set that failed on its first order; empty once another serves, the files changed back
   * or somebody reloads. While it is not empty, its fault stands.
   */
  private volatile String withdrawn = "";

  /** Hash of the folder's files while they do not serve though nothing is wrong with them. */
  private String heldBack = "";

  /** Hash of the folder's files while nothing serves and they wait for approval. */
  private String waiting = "";

  /**
   * @param root the rules folder
   * @param loader makes sets out of files
   * @param notices is told of every change
   */
  public RuleStore(Path root, Loader loader, Notices notices) {
    this(root, loader, notices, Admission.FOLDER);
  }

  /**
   * @param root the rules folder
   * @param loader makes sets out of files
   * @param notices is told of every change
   * @param admission decides which files may serve
   */
  public RuleStore(Path root, Loader loader, Notices notices, Admission admission) {
    this.admission = admission;
    this.settling = new Settling(admission);
    this.folder = new WatchedFolder(root, admission.takesLimits());
    this.loader = loader;
    this.notices = notices;
  }

  /** The set that serves; null if none does, or its limits do not yet. */
  public @Nullable CompiledRules current() {
    Serving now = closed ? null : serving;
    return now == null || settling.isUnsettled() ? null : now.rules();
  }

  /**
   * Who is to call {@link #settleLimits} at once when a set was taken back that has other limits:
   * every order is denied until then. Called by the thread that decides.
   */
  public void helpedBy(Runnable newHelper) {
    settling.helpedBy(newHelper);
  }

  /** What serves, and what is wrong. */
  public RuleStatus status() {
    Serving now = closed ? null : serving;
    List<Fault> wrong = faults;
    return now == null ? new RuleStatus("", 0, 0, List.of(), wrong) : now.status(wrong);
  }

  /** Reads the files whatever they look like, and replaces the set if they say another one. */
  public void apply() {
    settle();
    refusedHash = "";
    withdrawn = "";
    attempt(folder.signature());
  }

  /**
   * Looks at the files, and acts once they have changed and then stood still for one poll. Every so
   * often it reads them in full, because size and time do not tell of every change.
   */
  public void poll() {
    settle();
    String signature = folder.signature();
    if (folder.look(signature)) {
      attempt(signature);
    }
    admission.lookAtLimits();
    notices.again();
    Serving now = serving;
    if (folder.isFullLook() && now != null) {
      admission.stillServes(now.rules().hash());
    }
  }

  /** What the order loop has left to do when it took a set back; owed until it is done. */
  private void settle() {
    settleLimits();
    Serving now = serving;
    if (settling.isToBeWritten() && !settling.isUnsettled() && now != null) {
      admission.servesAgain(now.rules().hash(), folder.hash(), folder.limitsHash());
      settling.written();
    }
  }

  /** Lets the limits of a set serve that serves again; safe from every thread. */
  public void settleLimits() {
    settling.settleLimits();
  }

  /** Ends service: from now on there are no rules, even if a set is being loaded. */
  public void close() {
    closed = true;
  }

  private void attempt(String signature) {
    try {
      FolderImage image = image();
      if (serving == null) {
        first(image.hash());
      }
      Serving before = serving;
      boolean serves = before != null && image.hash().equals(before.rules().hash());
      if (before != null && (serves || image.hash().equals(heldBack))) {
        saved(image);
        if (serves) {
          notices.nothingStaged();
        }
        restore(before, folder.isChanged(signature));
      } else if (!List.of(waiting, refusedHash, withdrawn).contains(image.hash())) {
        refusedHash = image.hash();
        replace(image, before);
        refusedHash = "";
      }
    } catch (LoadException e) {
      fallBack();
      tryAgainWithLimits(e.faults());
      refuse(e.faults());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("rules could not be loaded", e);
      fallBack();
      refuse(List.of(new Fault(RulesFolder.POLICIES, 0, "could not be loaded: " + e)));
    }
    folder.acted(signature);
  }

  /** Limits that are away at a start come back without any file having changed. */
  private void tryAgainWithLimits(List<Fault> found) {
    if (serving == null
        && found.stream().anyMatch(fault -> fault.file().equals(RulesFolder.LIMITS))) {
      refusedHash = "";
    }
  }

  /**
   * The folder has come to say what serves without it: from now on any change of it is one, back to
   * what it said before too.
   */
  private void saved(FolderImage image) {
    if (!heldBack.isEmpty() && !heldBack.equals(image.hash())) {
      heldBack = "";
      admission.serves(folder.set(image));
    }
  }

  /**
   * Nothing is wrong with the files any more. That a set was taken back stands until somebody
   * touches them, or asks for them to be loaded.
   */
  private synchronized void restore(Serving now, boolean touched) {
    if (!faults.isEmpty() && (withdrawn.isEmpty() || touched)) {
      faults = List.of();
      withdrawn = "";
      notices.restored(now.rules().hash());
    }
  }

  /** What was activated serves after a start even if nobody can read the folder. */
  private FolderImage image() throws LoadException {
    try {
      return folder.read();
    } catch (LoadException e) {
      if (serving == null) {
        first("");
      }
      throw e;
    }
  }

  /** After a start with files that cannot serve: what served before it does. */
  private void fallBack() {
    if (serving != null || closed) {
      return;
    }
    try {
      SetFiles set = admission.last();
      if (set != null) {
        long start = notices.monotonicNanos();
        CompiledRules rules = set.compile(loader);
        serve(rules, admission.limits(set), start);
        heldBack = admission.lastFolder();
      }
    } catch (LoadException e) {
      LOG.error("the set that served before the start cannot serve either: {}", e.faults());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("the set that served before the start cannot serve either", e);
    }
  }

  /** After a start: what was activated serves on, whatever stands in the folder. */
  private void first(String folderHash) throws LoadException {
    SetFiles set = admission.first(folderHash, folder.limitsHash());
    if (set != null) {
      CompiledRules rules = set.compile(loader);
      serve(rules, admission.limits(set), notices.monotonicNanos());
      if (admission.wasTakenBack(folderHash)) {
        withdrawn = folderHash;
        refuse(List.of(new Fault(RulesFolder.POLICIES, 0, TAKEN_BACK)));
      } else {
        heldBack = folderHash;
      }
    }
  }

  /**
   * Lets another set serve than the folder's, until the folder changes.
   *
   * @param files the set
   * @param beforeSwap told once the set is compiled what is to be written down of the folder; if it
   *     throws, the set before serves on
   * @throws LoadException with everything that is wrong, if it must not serve
   */
  public void activate(SetFiles files, Consumer<String> beforeSwap) throws LoadException {
    settle();
    long start = notices.monotonicNanos();
    CompiledRules rules = files.compile(loader);
    Runnable limits = admission.limits(files);
    String folderHash = folder.hash();
    beforeSwap.accept(admission.beside(files, folderHash, folder.limitsHash()));
    serve(rules, limits, start);
    heldBack = folderHash;
  }

  private void replace(FolderImage image, @Nullable Serving before) throws LoadException {
    long start = notices.monotonicNanos();
    CompiledRules rules = loader.load(image);
    SetFiles files = folder.set(image);
    if (admission.admits(files)) {
      Runnable limits = admission.limits(files);
      heldBack = "";
      serve(rules, limits, start);
      admission.serves(files);
      return;
    }
    rules.close();
    heldBack = image.hash();
    faults = List.of();
    notices.staged(before == null, image.hash());
    if (before == null) {
      String message = "is staged as %s and serves once it is approved and activated";
      faults = List.of(new Fault(RulesFolder.POLICIES, 0, message.formatted(image.hash())));
      waiting = image.hash();
    }
  }

  private void serve(CompiledRules rules, Runnable limits, long start) {
    if (closed) {
      return;
    }
    waiting = "";
    Serving now = serving;
    int generation = now == null ? 1 : now.generation() + 1;
    Serving next = new Serving(rules, limits, generation, notices.now());
    rules.serve(this::failed);
    settling.swap(this::givesWay, limits, () -> begin(next, start));
    admission.stillServes(rules.hash());
  }

  private synchronized void givesWay(boolean begins) {
    settling.begins(serving, begins);
  }

  private synchronized void begin(Serving next, long start) {
    faults = List.of();
    withdrawn = "";
    before = serving;
    serving = next;
    settling.settled();
    // Within: a set that fails meanwhile must be told of after it was told to serve.
    notices.serves(next, (notices.monotonicNanos() - start) / 1_000_000);
  }

  /**
   * A set that fails on the first order that it judges never gets a second one, unless the set
   * before would fail on that order as well: then it is the order. That order is denied. Called by
   * the thread that decides.
   */
  private void failed(CompiledRules rules, RuleFailedException failure, OrderContext order) {
    Serving old = before;
    boolean back = !rules.isProven() && old != null && old.rules().couldJudge(order);
    Fault fault = Serving.fault(rules, failure, back);
    synchronized (this) {
      Serving now = serving;
      back &= now != null && now.rules() == rules && Objects.equals(old, before);
      if (back && old != null) {
        faults = List.of(fault);
        withdrawn = rules.hash();
        before = null;
        settling.owe(old);
        serving = old;
      }
    }
    if (back && old != null) {
      settling.askForHelp();
      notices.refused(old.rules().hash(), List.of(fault));
    } else {
      notices.failed(fault);
    }
  }

  private void refuse(List<Fault> found) {
    // A load that the node's stop cut short says nothing about the files.
    if (closed || found.equals(faults)) {
      return;
    }
    faults = List.copyOf(found);
    waiting = "";
    CompiledRules now = current();
    notices.refused(now == null ? "" : now.hash(), faults);
  }
}
