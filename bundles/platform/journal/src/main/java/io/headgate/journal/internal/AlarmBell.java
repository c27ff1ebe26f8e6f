package io.headgate.journal.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.plugin.Health;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what goes wrong into alarms and health, whether the alarm service is there yet or not. */
final class AlarmBell implements Watch {

  /** Alarm of a journal that takes nothing any more. */
  static final String FAILED = "journal.failed";

  /** Alarm of a journal that finds no space to prepare. */
  static final String SPACE = "journal.space";

  private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);

  private @Nullable Alarms alarms;
  private String failure = "";
  private String starvation = "";

  synchronized void bind(Alarms newAlarms) {
    alarms = newAlarms;
    ring();
  }

  synchronized void unbind(Alarms oldAlarms) {
    if (alarms == oldAlarms) {
      alarms = null;
    }
  }

  @Override
  public synchronized void failed(String message) {
    LOG.error("{}", message);
    failure = message;
    ring();
  }

  @Override
  public synchronized void starved(String message) {
    LOG.error("{}", message);
    starvation = message;
    ring();
  }

  @Override
  public synchronized void fed() {
    LOG.info("Space for the journal is prepared again");
    starvation = "";
    if (alarms != null) {
      alarms.clear(SPACE);
    }
  }

  private void ring() {
    if (alarms == null) {
      return;
    }
    if (!failure.isEmpty()) {
      alarms.raise(FAILED, Alarm.Level.CRITICAL, failure);
    }
    if (!starvation.isEmpty()) {
      alarms.raise(SPACE, Alarm.Level.CRITICAL, starvation);
    }
  }

  synchronized Health health() {
    if (!failure.isEmpty()) {
      return Health.down(failure);
    }
    return starvation.isEmpty() ? Health.UP : Health.degraded(starvation);
  }
}
