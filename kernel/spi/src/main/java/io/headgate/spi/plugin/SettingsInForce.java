package io.headgate.spi.plugin;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings that something runs with, as a checked, immutable value. A change is checked first:
 * where it is wrong, what was in force stays, and {@link #health} says why until a right one is
 * saved. Safe from every thread.
 *
 * <p>A component keeps one of these, fills it in {@code @Activate}, calls {@link #change} in
 * {@code @Modified} (without such a method the container would stop the component before the new
 * values are seen), and answers {@link Plugin#health} and {@link Plugin#generation} from it; a part
 * of the platform answers {@link HealthCheck#configuration}.
 *
 * @param <S> a record of checked values; a change to an equal one changes nothing
 */
public final class SettingsInForce<S> {

  private volatile State<S> state;

  private record State<S>(@Nullable S settings, String problem, long generation) {}

  private SettingsInForce(State<S> first) {
    this.state = first;
  }

  /**
   * Settings that may be wrong from the start: then there are none, {@link #now} says why, and a
   * change that is right brings the first. For what should be seen although it cannot run.
   *
   * @param check makes the settings; throws with the message for a person if a value is wrong
   */
  public static <S> SettingsInForce<S> tried(Supplier<S> check) {
    SettingsInForce<S> settings = new SettingsInForce<>(new State<>(null, "no settings yet", -1));
    boolean ignored = settings.change(check);
    return settings;
  }

  /** Settings that are right from the start. */
  public static <S> SettingsInForce<S> of(S settings) {
    return new SettingsInForce<>(new State<>(settings, "", 0));
  }

  /**
   * Takes changed settings, or keeps those in force if they are wrong.
   *
   * @param check makes the settings; throws with the message for a person if a value is wrong
   * @return whether different settings are in force now
   */
  public synchronized boolean change(Supplier<S> check) {
    State<S> before = state;
    S changed;
    try {
      changed = check.get();
    } catch (RuntimeException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      state = new State<>(before.settings, message, Math.max(0, before.generation));
      return false;
    }
    boolean different = !changed.equals(before.settings);
    state = new State<>(changed, "", before.generation + (different ? 1 : 0));
    return different;
  }

  /**
   * The settings in force.
   *
   * @throws IllegalStateException if there are none yet; the message says what is wrong with the
   *     configuration
   */
  public S now() {
    State<S> found = state;
    if (found.settings == null) {
      throw new IllegalStateException(found.problem);
    }
    return found.settings;
  }

  /** Whether there are settings in force. */
  public boolean isUsable() {
    return state.settings != null;
  }

  /** How many different settings have come into force after the first, see {@link Plugin}. */
  public long generation() {
    return state.generation;
  }

  /** Up, degraded where a change was refused, down where there are no settings at all. */
  public Health health() {
    State<S> found = state;
    if (found.problem.isEmpty()) {
      return Health.UP;
    }
    return found.settings == null
        ? Health.down(found.problem)
        : Health.degraded(found.problem + "; until then the settings before stay in force");
  }

  /**
   * As {@link #health}, for what takes changed settings at the next start only.
   *
   * @param running the settings that it runs with
   * @param file for the remark, such as {@code etc/io.headgate.journal.cfg}
   */
  public Health healthOf(S running, String file) {
    State<S> found = state;
    return found.problem.isEmpty() && !running.equals(found.settings)
        ? new Health(Health.State.UP, file + " has changed; the change counts from the next start")
        : health();
  }
}
