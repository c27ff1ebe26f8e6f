package io.headgate.surveillance.internal;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.plugin.ConfigFile;

/**
 * The configuration, checked.
 *
 * @param windowNanos how far apart the parts of a pattern may lie, nanoseconds
 * @param washPairs pairs within the window that raise an alarm
 * @param washTolerancePercent how much the smaller of a pair may be below the larger
 * @param washRoundTrips whether orders count that were never in the market at the same time
 * @param layeringOrders cancelled orders within the window that raise an alarm
 * @param layeringTimes how many times the traded quantity they must have shown
 * @param criticalTimes how many times that many pairs or orders make the alarm critical
 * @param quietNanos after which a near limit is forgotten, nanoseconds
 */
record SurveillanceSettings(
    long windowNanos,
    int washPairs,
    int washTolerancePercent,
    boolean washRoundTrips,
    int layeringOrders,
    int layeringTimes,
    int criticalTimes,
    long quietNanos) {

  private static final long SECOND = 1_000_000_000L;

  /**
   * @throws IllegalArgumentException naming file, key, value and range, if a value is out of range
   */
  static SurveillanceSettings of(SurveillanceConfig config, ConfigFile file) {
    return new SurveillanceSettings(
        file.whole("windowSeconds", config::windowSeconds, 1, 3_600) * SECOND,
        file.count("washPairs", config::washPairs, 1, 1_000),
        file.count("washTolerancePercent", config::washTolerancePercent, 0, 99),
        file.flag("washRoundTrips", config::washRoundTrips),
        file.count("layeringOrders", config::layeringOrders, 2, 1_000),
        file.count("layeringTimes", config::layeringTimes, 1, 1_000),
        file.count("criticalTimes", config::criticalTimes, 1, 1_000),
        file.whole("quietSeconds", config::quietSeconds, 1, 86_400) * SECOND);
  }

  /**
   * How bad a pattern is.
   *
   * @param found pairs or orders
   * @param enough how many raise the alarm
   */
  Alarm.Level level(int found, int enough) {
    // Half of what is remembered is as much as can be found of either pattern.
    long critical = Math.min((long) enough * criticalTimes, Recent.CAPACITY / 2);
    return found >= critical ? Alarm.Level.CRITICAL : Alarm.Level.WARNING;
  }
}
