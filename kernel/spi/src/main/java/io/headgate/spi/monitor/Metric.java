package io.headgate.spi.monitor;

/**
 * One measured value by the name that Prometheus has for it.
 *
 * @param name such as {@code headgate_orders_denied_total}
 * @param labels as in {@code rule="order quantity",reason="QTY_MAX"}; empty where there are none
 * @param value the value
 */
public record Metric(String name, String labels, double value) {}
