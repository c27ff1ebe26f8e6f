package io.headgate.limits.internal;

/**
 * The limits of another node.
 *
 * @param node its name
 * @param table its limits, as last heard; they name the node as their source
 * @param hash hash of them there
 */
record PeerTable(String node, LimitTable table, String hash) {}
