package io.headgate.node.internal.watch;

import io.headgate.spi.alarm.Alarm;

/**
 * Something that is configured and does not run as it should.
 *
 * @param key of its alarm; empty where somebody else raises that
 * @param level how bad
 * @param stopsTrading whether no order can be taken or sent because of it
 * @param text what was found and the next step
 */
record Finding(String key, Alarm.Level level, boolean stopsTrading, String text) {

  static Finding warning(String key, String text) {
    return new Finding(key, Alarm.Level.WARNING, false, text);
  }

  static Finding critical(String key, boolean stopsTrading, String text) {
    return new Finding(key, Alarm.Level.CRITICAL, stopsTrading, text);
  }
}
