package io.headgate.spi.plugin;

/**
 * A plug-in that runs on this node.
 *
 * @param kind data, scorer, strategy, optimiser or broker
 * @param name its id, unique within its kind
 * @param bundle symbolic name of the bundle that it comes from
 * @param version version of that bundle
 * @param health how it is
 */
public record PluginStatus(
    String kind, String name, String bundle, String version, Health health) {}
