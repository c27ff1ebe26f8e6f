package io.headgate.spi.candidate;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where rule sets are tried before they serve. Safe from every thread; nothing here runs on the
 * order loop or changes what an order meets, except {@link #activate}, {@link #canary} and {@link
 * #rollback}.
 *
 * <p>A set is named by its hash, or by the first six digits of it or more; by {@code serving}; or
 * by the path of a folder with {@code policies/} in it, from the node's own folder on. A folder's
 * {@code limits/*.csv} are taken with it where it has any.
 *
 * <p>All methods throw {@link IllegalArgumentException} where a set, a folder or a number is not
 * what they can take, with what was found and what was expected, and {@link IllegalStateException}
 * where something cannot be done now, with the next step.
 */
@ProviderType
public interface RuleDesk {

  /** How the serving set is called, whichever it is. */
  String SERVING = "serving";

  /** How the verdicts are called that orders really got. */
  String RECORDED = "recorded";

  /** Sets that were staged, serve or have served, the latest first. */
  List<Candidate> candidates();

  /**
   * Begins to judge past orders once more.
   *
   * @param request which orders, by which sets
   * @param who login of who asks
   * @return the run as it begins
   */
  Replay replay(ReplayRequest request, String who);

  /** The latest runs, the latest first; at most ten. */
  List<Replay> replays();

  /**
   * Waits for the end of a run.
   *
   * @param id of the run
   * @param millis how long at most; 0 only looks
   * @return the run as it is then
   */
  Replay await(long id, long millis) throws InterruptedException;

  /** Ends a run before it is done; what it has counted stays. */
  Replay cancel(long id);

  /** What is different between two sets, rule by rule and limit by limit. */
  List<RuleDifference> diff(String from, String to);

  /**
   * Copies a folder's policies to the node, checked, compiled and tried like a set that is to
   * serve; takes seconds.
   *
   * @param folder path, from the node's own folder on
   * @param who login of its author
   * @param why reason, kept with it
   * @throws IllegalArgumentException with file, line and reason if it could not serve
   */
  Candidate stage(String folder, String who, String why);

  /**
   * Judges every order beside the serving set from now on, or ends that.
   *
   * @param set which staged set
   * @param on whether to begin or to end
   * @param who login of who asks
   */
  Candidate shadow(String set, boolean on, String who);

  /**
   * Takes a signature of a set.
   *
   * @param set which staged set
   * @param signature Ed25519 over {@link Candidate#message}, in Base64
   * @param who login of who has signed; it names the public key
   */
  Candidate approve(String set, String signature, String who);

  /**
   * Lets a staged set serve; takes seconds, in which the set before serves on. Where nodes share
   * their sets, the others take it after that, each as soon as it has compiled it.
   *
   * @param set which staged set
   * @param who login of who asks
   * @param why reason, kept with it
   */
  Candidate activate(String set, String who, String why);

  /**
   * Lets a staged set serve on this node alone, takes seconds: {@link #activate} lets it serve on
   * all after that, {@link #rollback} ends it, and so does any later act on another node. It takes
   * the same signatures. Limits that it lowers govern on all nodes meanwhile; what it raises does
   * not count before all have it.
   *
   * @param set which staged set
   * @param who login of who asks
   * @param why reason, kept with it
   * @throws IllegalStateException if it serves already, and not as a canary
   */
  Candidate canary(String set, String who, String why);

  /**
   * Lets the set serve again that served before; on all nodes, unless it ends a canary.
   *
   * @param who login of who asks
   * @param why reason, kept with it
   */
  Candidate rollback(String who, String why);
}
