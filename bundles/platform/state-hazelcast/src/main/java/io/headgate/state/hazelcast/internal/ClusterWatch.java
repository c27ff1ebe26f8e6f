package io.headgate.state.hazelcast.internal;

/**
 * What is told how the cluster is.
 *
 * @param health whether it is there, and who
 * @param imposter whether it knows more of this node than this node does
 */
record ClusterWatch(ClusterHealth health, Imposter imposter) {}
